package org.standardops.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.standardops.model.Fault;

class JsonSchemaTemplateTest {

  private final JsonCodec codec = new JsonCodec();

  @Test
  void passesAReferenceWhereAnotherTypeIsWanted() {
    assertThat(faults("{'properties':{'n':{'type':'integer','minimum':1}}}", "{'n':'${count}'}"))
        .isEmpty();
  }

  @Test
  void judgesWhatStandsBesideAReference() {
    assertThat(
            faults(
                "{'properties':{'a':{'type':'integer'},'b':{'type':'integer'}}}",
                "{'a':'${x}','b':'seven'}"))
        .containsExactly("/b WRONG_TYPE");
  }

  @Test
  void doesNotCountTheElementsOfAListThatAReferenceMayFill() {
    String schema = "{'properties':{'l':{'type':'array','minItems':3,'items':{'type':'string'}}}}";

    assertThat(faults(schema, "{'l':['${some}']}")).isEmpty();
    assertThat(faults(schema, "{'l':['${some}',7]}")).containsExactly("/l/1 WRONG_TYPE");
  }

  @Test
  void stillSeesThatTheHolderOfAReferenceIsOfTheWrongKind() {
    assertThat(faults("{'properties':{'l':{'type':'array'}}}", "{'l':{'a':'${x}'}}"))
        .containsExactly("/l WRONG_TYPE");
  }

  @Test
  void namesAnUnknownFieldWhateverItsValue() {
    assertThat(faults("{'properties':{'a':{}},'additionalProperties':false}", "{'b':'${x}'}"))
        .containsExactly("/b UNKNOWN_FIELD");
  }

  @Test
  void namesAMissingFieldBesideAReference() {
    assertThat(faults("{'required':['a','b']}", "{'b':'${x}'}")).containsExactly("/a MISSING");
  }

  @Test
  void leavesAChoiceOpenThatAReferenceMayDecide() {
    String schema =
        "{'oneOf':[{'properties':{'kind':{'const':'A'}},'required':['a']},"
            + "{'properties':{'kind':{'const':'B'}},'required':['b']}]}";

    assertThat(faults(schema, "{'kind':'${kind}'}")).isEmpty();
    assertThat(faults(schema, "{'kind':'A'}")).contains("/a MISSING");
  }

  @Test
  void judgesAChoiceThatLooksAtNoReference() {
    String schema = "{'properties':{'c':{'anyOf':[{'type':'integer'},{'type':'boolean'}]}}}";

    assertThat(faults(schema, "{'c':'red','d':'${x}'}")).contains("/c WRONG_TYPE");
    assertThat(faults(schema, "{'c':'${x}'}")).isEmpty();
  }

  @Test
  void takesAWrittenOutDollarForText() {
    assertThat(faults("{'properties':{'n':{'type':'integer'}}}", "{'n':'$${x}'}"))
        .containsExactly("/n WRONG_TYPE");
  }

  private List<String> faults(String schema, String value) {
    List<Fault> faults = JsonSchema.of(object(schema)).checkTemplate(object(value));
    return faults.stream().map(fault -> fault.pointer() + " " + fault.code()).toList();
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> object(String json) {
    return codec.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), Map.class);
  }
}
