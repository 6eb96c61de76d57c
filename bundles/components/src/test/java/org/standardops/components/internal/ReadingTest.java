package org.standardops.components.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.standardops.components.internal.Documents.only;
import static org.standardops.components.internal.Documents.operation;
import static org.standardops.components.internal.Documents.source;
import static org.standardops.components.internal.Documents.withBody;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.standardops.components.internal.ApiOperation.SignIn;
import org.standardops.json.JsonSchema;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;
import org.standardops.services.port.ComponentLibrary.Source;

class ReadingTest {

  private final Definition shop = Documents.shop();

  private static List<Fault> faults(Source source) {
    ProductException refused =
        catchThrowableOfType(ProductException.class, () -> Reading.of(source));
    assertThat(refused).as("refused").isNotNull();
    return refused.faults();
  }

  @Test
  void eachOperationIsAnAtom() {
    assertThat(shop.title()).isEqualTo("Shop");
    assertThat(shop.version()).isEqualTo("1.2.0");
    assertThat(shop.server()).isEqualTo("https://eu.example.com/v1");
    assertThat(shop.operations())
        .extracting(ApiOperation::code)
        .containsExactly(
            "component-shop-get-order",
            "component-shop-delete-order",
            "component-shop-place-order",
            "component-shop-pay");
    assertThat(operation(shop, "getOrder").name())
        .isEqualTo(Map.of("en", "One order", "zh-CN", "查询订单"));
  }

  @Test
  void whatCannotBeTakenIsNamedWithTheReason() {
    assertThat(shop.skipped())
        .extracting(Fault::pointer)
        .containsExactly("/document/paths/~1upload/post/requestBody");
    assertThat(faults(only(Documents.text("shop.yaml"), "upload", "nothing")))
        .extracting(Fault::pointer)
        .containsExactly("/document/paths/~1upload/post/requestBody", "/operations");
  }

  @Test
  void theFormIsMadeOfParametersAndBody() {
    Map<String, Object> form = operation(shop, "getOrder").parameters();
    assertThat(Document.object(form, "properties").keySet())
        .containsExactly("order", "fields", "tags", "X-Trace", "extract", "timeout");
    assertThat(form).containsEntry("required", List.of("order"));
    assertThat(Document.object(Document.object(form, "properties"), "order"))
        .containsEntry("title", "order")
        .containsEntry("description", "Its number");

    JsonSchema order = JsonSchema.of(operation(shop, "placeOrder").parameters());
    assertThat(
            order.check(
                Map.of("body", Map.of("item", "tea", "parts", List.of(Map.of("item", "leaf"))))))
        .isEmpty();
    assertThat(order.check(Map.of("body", Map.of("parts", List.of(Map.of())))))
        .extracting(Fault::pointer)
        .containsExactly("/body/item", "/body/parts/0/item");
    assertThat(order.check(Map.of("other", 1)))
        .extracting(Fault::pointer)
        .containsExactly("/body", "/other");
  }

  @Test
  void schemasOfOlderDocumentsMeanTheSame() {
    Map<String, Object> form = operation(shop, "placeOrder").parameters();
    Map<String, Object> order =
        Document.object(Document.object(Document.object(form, "$defs"), "Order"), "properties");
    assertThat(order).doesNotContainKey("id");
    assertThat(Document.object(order, "note")).containsEntry("type", List.of("string", "null"));
    assertThat(Document.object(order, "secret")).containsEntry("format", "secret");
    assertThat(Document.object(order, "item"))
        .containsEntry("title", "What")
        .containsEntry("examples", List.of("tea"));
    assertThat(
            JsonSchema.of(operation(shop, "pay").parameters())
                .check(Map.of("body", Map.of("amount", 0))))
        .hasSize(1);
  }

  @Test
  void fieldsOfTheAnswerAreOutputs() {
    Map<String, Object> outputs =
        Document.object(operation(shop, "getOrder").outputs(), "properties");

    assertThat(outputs.keySet())
        .containsExactlyInAnyOrder("id", "item", "note", "secret", "parts", "status", "body");
  }

  @Test
  void operationsSignInAsTheDocumentSays() {
    assertThat(operation(shop, "getOrder").signIn())
        .isEqualTo(new SignIn(SignIn.Kind.QUERY, "api key"));
    assertThat(operation(shop, "placeOrder").signIn().kind()).isEqualTo(SignIn.Kind.BASIC);
    assertThat(operation(shop, "pay").signIn().kind()).isEqualTo(SignIn.Kind.BEARER);
    assertThat(operation(shop, "delete-order").signIn()).isEqualTo(SignIn.NONE);
  }

  @Test
  void whatMayBeCalledAgainIsKnownByItsMethodOrItsKey() {
    assertThat(operation(shop, "getOrder").idempotent()).isTrue();
    assertThat(operation(shop, "delete-order").idempotent()).isTrue();
    assertThat(operation(shop, "placeOrder").idempotent()).isFalse();
    assertThat(operation(shop, "pay").idempotent()).isTrue();
  }

  @Test
  void aResourceListOfBlueKingsGatewayIsAComponentToo() {
    Definition cmdb = Documents.gateway("https://bkapi.example.com/api/bk-cmdb/prod/");

    assertThat(cmdb.kind()).isEqualTo(Definition.Kind.BLUEKING);
    assertThat(cmdb.server()).isEqualTo("https://bkapi.example.com/api/bk-cmdb/prod");
    assertThat(cmdb.system()).isEqualTo("blueking");
    ApiOperation find = operation(cmdb, "find_host");
    assertThat(find.code()).isEqualTo("component-cmdb-find-host");
    assertThat(find.name()).isEqualTo(Map.of("en", "Find hosts", "zh-CN", "查询主机"));
    assertThat(find.signIn().kind()).isEqualTo(SignIn.Kind.BLUEKING_USER);
    assertThat(operation(cmdb, "count").signIn().kind()).isEqualTo(SignIn.Kind.BLUEKING_APP);
    assertThat(operation(cmdb, "update").signIn()).isEqualTo(SignIn.NONE);
    assertThat(
            JsonSchema.of(find.parameters())
                .check(Map.of("bk_biz_id", 2, "body", Map.of("page", Map.of("limit", 1)))))
        .isEmpty();
    assertThat(JsonSchema.of(operation(cmdb, "update").parameters()).check(Map.of("dry", true)))
        .extracting(Fault::pointer)
        .containsExactly("/body");
  }

  @Test
  void nothingIsLoadedFromOutside() {
    String remote = withBody("{\"$ref\": \"https://evil.example.com/s.json#/X\"}", "");

    assertThat(faults(only(remote)))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo("REMOTE_REFERENCE");
              assertThat(fault.pointer())
                  .isEqualTo(
                      "/document/paths/~1x/post/requestBody/content/application~1json/schema/$ref");
            });
    assertThat(faults(only(withBody("{\"$ref\": \"other.yaml\"}", "")))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"A\": {\"$ref\": \"#/components/schemas/A\"}",
        "\"A\": {\"allOf\": [{\"$ref\": \"#/components/schemas/B\"}]}, \"B\": {\"anyOf\": [{\"$ref\": \"#/components/schemas/A\"}]}"
      })
  void aSchemaInItselfIsRefused(String schemas) {
    String circular = withBody("{\"$ref\": \"#/components/schemas/A\"}", schemas);

    assertThat(faults(only(circular, "x")))
        .extracting(Fault::code)
        .containsExactly("CIRCULAR_REFERENCE");
  }

  @Test
  void whatIsNoDocumentIsRefused() {
    assertThat(faults(source("shop", "a: [")))
        .extracting(Fault::code)
        .containsExactly("UNREADABLE");
    assertThat(faults(source("shop", "just words")))
        .extracting(Fault::code)
        .containsExactly("WRONG_TYPE");
    assertThat(faults(source("shop", Map.of("asyncapi", "2.0.0"))))
        .extracting(Fault::code)
        .containsExactly("UNSUPPORTED");
    assertThat(faults(source("Shop!", Map.of("openapi", "3.1.0", "info", Map.of("version", "1")))))
        .extracting(Fault::pointer)
        .containsExactly("/name", "/version", "/server");
    assertThat(faults(only(Map.of("openapi", "3.1.0", "paths", Map.of()))))
        .extracting(Fault::code)
        .containsExactly("NO_OPERATION");
  }

  @Test
  void aDocumentHasBounds() {
    String bomb =
        """
        a: &a [x, x, x, x, x, x, x, x, x]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
        c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
        d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
        e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
        f: [*e, *e, *e, *e, *e, *e, *e, *e, *e]
        """;
    assertThat(faults(source("shop", bomb))).extracting(Fault::code).containsExactly("TOO_LARGE");
    Object deep = "x";
    for (int i = 0; i < 100; i++) {
      deep = Map.of("a", deep);
    }
    assertThat(faults(source("shop", deep))).extracting(Fault::code).contains("TOO_LARGE");
  }

  @Test
  void twoOperationsCannotBeOneAtom() {
    String twice =
        """
        openapi: 3.0.3
        info: {title: T}
        paths:
          /a: {get: {operationId: getIt, responses: {}}, put: {operationId: get-it, responses: {}}}
        """;

    Definition read = Reading.of(only(twice));

    assertThat(read.operations()).hasSize(1);
    assertThat(read.skipped()).extracting(Fault::code).containsExactly("DOUBLE_ID");
  }

  @Test
  void anOperationWithoutIdIsNamedByMethodAndPath() {
    String unnamed =
        "{\"openapi\": \"3.1.0\", \"paths\": {\"/a/{b}/c\": {\"get\": {\"responses\": {}}}}}";

    ApiOperation read = Reading.of(only(unnamed)).operations().get(0);

    assertThat(read.code()).isEqualTo("component-shop-get-a-b-c");
    assertThat(read.parameters()).containsEntry("required", List.of("b"));
  }

  @Test
  void aNameThatIsTooLongForACodeIsTold() {
    Source source =
        new Source(
            "s".repeat(32),
            Optional.of("1.0.0"),
            withBody("{}", "").replace("\"x\"", "\"aVeryLongNameOfAnOperation\""),
            Optional.of("https://api.example.com"),
            Optional.empty());

    assertThat(faults(source))
        .extracting(Fault::code)
        .containsExactly("NO_OPERATION", "INVALID_ID");
  }
}
