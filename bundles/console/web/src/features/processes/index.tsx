export function ProcessListPage() {
  return null;
}
export function ProcessPage() {
  return null;
}
