package org.standardops.persistence.internal.selection;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.standardops.json.JsonCodec;
import org.standardops.model.ProcessId;
import org.standardops.persistence.internal.database.Micros;
import org.standardops.services.port.SavedSelection;

/** Nodes that are often run together. */
@Entity
@Table(name = "saved_selection")
@IdClass(SelectionRow.Key.class)
public class SelectionRow {

  private static final JsonCodec JSON = new JsonCodec();

  @Id private String process;

  @Id
  @Column(name = "selection_name")
  private String name;

  @Lob private byte[] nodes;

  @Column(name = "saved_by")
  private String savedBy;

  @Column(name = "saved_at")
  private long savedAt;

  protected SelectionRow() {}

  SelectionRow(ProcessId process, SavedSelection selection) {
    this.process = process.value();
    this.name = selection.name();
    replace(selection);
  }

  final void replace(SavedSelection selection) {
    nodes = JSON.write(new Nodes(selection.nodes()));
    savedBy = selection.savedBy();
    savedAt = Micros.of(selection.savedAt());
  }

  SavedSelection toSelection() {
    return new SavedSelection(
        name, JSON.read(nodes, Nodes.class).ids(), savedBy, Micros.toInstant(savedAt));
  }

  /** As JSON. */
  record Nodes(List<String> ids) {}

  /** The primary key. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    public String process;
    public String name;

    public Key() {}

    Key(ProcessId process, String name) {
      this.process = process.value();
      this.name = name;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && Objects.equals(process, key.process)
          && Objects.equals(name, key.name);
    }

    @Override
    public int hashCode() {
      return Objects.hash(process, name);
    }
  }
}
