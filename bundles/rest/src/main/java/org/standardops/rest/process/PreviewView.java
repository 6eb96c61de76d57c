package org.standardops.rest.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.Fault;
import org.standardops.rest.http.FaultTexts;
import org.standardops.rest.http.Language;
import org.standardops.services.Preview;

/** What a task would do, as far as it can be known before. */
public record PreviewView(boolean valid, List<Fault> errors, List<NodeView> nodes) {

  /** A node, in its turn. */
  public record NodeView(
      String step,
      String node,
      String name,
      AtomView atom,
      Map<String, Object> params,
      List<Preview.Open> open) {}

  /** An atom; without a version where none that fits is installed. */
  public record AtomView(String code, Optional<String> version) {}

  static PreviewView of(Preview preview, Language language) {
    return new PreviewView(
        preview.errors().isEmpty(),
        FaultTexts.in(language, preview.errors()),
        preview.nodes().stream().map(node -> node(node, language)).toList());
  }

  private static NodeView node(Preview.NodePreview node, Language language) {
    return new NodeView(
        node.step(),
        node.node(),
        node.name(),
        new AtomView(node.atom(), node.version()),
        node.params(),
        node.open().stream()
            .map(
                open ->
                    new Preview.Open(
                        open.pointer(), open.reference(), FaultTexts.of(language, open.note())))
            .toList());
  }
}
