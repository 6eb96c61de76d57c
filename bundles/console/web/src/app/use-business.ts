import { useParams } from 'react-router';
import { useMe, type Me } from '../api/me';

/** The business of the page; only below BusinessGate. */
export function useBusiness(): Me['businesses'][number] {
  const { business } = useParams();
  const found = useMe().businesses.find((it) => it.id === business);
  if (!found) throw new Error('Only for pages of a business');
  return found;
}

export const useIsAdmin = (): boolean => useBusiness().role === 'BUSINESS_ADMIN';
