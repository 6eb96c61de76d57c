package org.standardops.services;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What would be entered for a task, as in {@link TaskInput}. */
public record PreviewInput(
    Map<String, Object> variables,
    Optional<List<String>> nodes,
    Map<String, Map<String, Object>> params) {}
