import { Navigate } from 'react-router';
import { useMe } from '../api/me';
import { readKept } from '../shared/lib/persisted';

/** Leads to the business that was open last. */
export function StartPage() {
  const { businesses } = useMe();
  const last = readKept('business', '');
  const business = businesses.find((it) => it.id === last) ?? businesses[0];
  if (business) return <Navigate to={`/b/${business.id}/home`} replace />;
  // people who have only light apps land on their desktop
  return <Navigate to="/apps" replace />;
}
