// What the changes cost a year, how much of that is not known, and whether the budget bears it.
import type { Service } from '../../domain/intervention.ts';
import { budgetRemark, costFigure, planCosts, uncostedWords } from '../../encode/planCost.ts';
import type { Page } from '../shell/page.ts';

export function PlanCost({ page, services }: { page: Page; services: readonly Service[] }) {
  const { plan, search } = page.session.question.value;
  const costs = planCosts(plan, services);
  const remark = search.means === 'budget' ? budgetRemark(costs, search.budget) : null;
  const uncosted = uncostedWords(costs);
  return (
    <div class="plan-cost">
      {costs.counted > 0 && (
        <p class="plan-cost-sum">
          <span>Cost of the changes</span> <b>{costFigure(costs)}</b>
        </p>
      )}
      {uncosted && <p class="quiet small">{uncosted}</p>}
      <div role="status">
        {remark &&
          (remark.over ? (
            <p class="over-budget">
              <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
                <path d="M9 1.5 17 16H1Z" />
                <path class="mark" d="M9 6.5v4.5M9 13v1.2" />
              </svg>
              <span>{remark.sentence}</span>
            </p>
          ) : (
            <p class="quiet small">{remark.sentence}</p>
          ))}
      </div>
    </div>
  );
}
