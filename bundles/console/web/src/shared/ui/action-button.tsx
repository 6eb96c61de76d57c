import Button, { type ButtonProps } from '@mui/material/Button';
import Tooltip from '@mui/material/Tooltip';

interface ActionButtonProps extends Omit<ButtonProps, 'disabled'> {
  /** Why it cannot be done now; undefined: it can. It stays in the tab order, so that the reason can be read. */
  why?: string | undefined;
}

export function ActionButton({ why, onClick, ...rest }: ActionButtonProps) {
  if (why === undefined) return <Button {...rest} {...(onClick ? { onClick } : {})} />;
  return (
    <Tooltip title={why} describeChild>
      <Button
        {...rest}
        type="button"
        aria-disabled="true"
        onClick={(event) => {
          event.preventDefault();
        }}
      />
    </Tooltip>
  );
}
