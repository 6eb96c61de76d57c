import { createContext, useContext, type ReactNode } from 'react';
import type { JsonSchema } from './schema';

export interface Reference {
  key: string;
  name: string;
}

export interface FormExtras {
  /** What `${` completes to; empty: values only. */
  references: Reference[];
  /** At the end of a top-level field's label, such as "Add as a Variable". */
  aside?: (field: { name: string; label: string; schema: JsonSchema; value: unknown }) => ReactNode;
  /** Whether a whole value may be `${KEY}`, whatever its type. */
  mayReference: boolean;
  /** Under a field, such as what it was before. */
  below?: (field: { name: string; value: unknown }) => ReactNode;
  /** A text of format secret is entered itself, not named. */
  enterSecrets: boolean;
}

const plain: FormExtras = { references: [], mayReference: false, enterSecrets: false };

export const FormExtrasContext = createContext<FormExtras>(plain);
export const useFormExtras = () => useContext(FormExtrasContext);
