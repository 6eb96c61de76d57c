import { useEffect } from 'react';
import { Outlet, useParams } from 'react-router';
import { useMe } from '../api/me';
import { keep } from '../shared/lib/persisted';
import { NotFound } from './not-found';

/** The business of the address, if the reader has a role in it. */
export function BusinessGate() {
  const { business } = useParams();
  const role = useMe().businesses.find((it) => it.id === business);
  useEffect(() => {
    if (role) keep('business', role.id);
  }, [role]);
  return role ? <Outlet key={business} /> : <NotFound />;
}
