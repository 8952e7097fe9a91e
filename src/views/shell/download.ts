// Hands the reader a file made on the page.

export function download(name: string, text: string, kind = 'text/csv'): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${kind};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers fetch the file only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
