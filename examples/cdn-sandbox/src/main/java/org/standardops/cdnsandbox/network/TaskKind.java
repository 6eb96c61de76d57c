package org.standardops.cdnsandbox.network;

/** What a task does with its URLs. */
public enum TaskKind {
  PUSH,
  PURGE
}
