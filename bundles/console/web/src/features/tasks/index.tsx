export function TaskListPage() {
  return null;
}
export function TaskPage() {
  return null;
}
