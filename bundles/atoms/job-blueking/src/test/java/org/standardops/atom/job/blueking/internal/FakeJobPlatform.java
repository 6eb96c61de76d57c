package org.standardops.atom.job.blueking.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.standardops.atom.answer.JsonObject;
import org.standardops.atom.testkit.TestCall;

/**
 * Stands in for the Job Platform behind its gateway: checks who calls, and answers as documented.
 */
final class FakeJobPlatform implements AutoCloseable {

  static final String SECRET = "s3cret-of-the-app";

  private static final String BASE = "/api/bk-job/prod/api/v3/";

  final List<String> calls = new ArrayList<>();
  final List<JsonObject> bodies = new ArrayList<>();
  int looksBeforeEnd = 2;
  int endStatus = 3;
  int httpStatus = 200;
  boolean dropNextAnswer;
  private boolean terminated;

  private final HttpServer server;

  FakeJobPlatform() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(BASE, this::handle);
    server.start();
  }

  /** A call of a business that is connected to this. */
  TestCall call(Map<String, Object> parameters) {
    return TestCall.with(parameters)
        .connection(
            "blueking",
            Map.of(
                "endpoint",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/api",
                "appCode",
                "standardops",
                "appSecret",
                SECRET,
                "executor",
                "ops_robot",
                "scopeId",
                "7"));
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    String name = exchange.getRequestURI().getPath().substring(BASE.length());
    calls.add(exchange.getRequestMethod() + " " + name);
    byte[] body = exchange.getRequestBody().readAllBytes();
    JsonObject who =
        JsonObject.read(
            String.valueOf(exchange.getRequestHeaders().getFirst("X-Bkapi-Authorization"))
                .getBytes(StandardCharsets.UTF_8));
    if (!who.fields()
        .equals(
            Map.of(
                "bk_app_code",
                "standardops",
                "bk_app_secret",
                SECRET,
                "bk_username",
                "ops_robot"))) {
      answer(exchange, 401, "{\"code\": 1640001, \"message\": \"app authentication failed\"}");
      return;
    }
    if (httpStatus != 200) {
      answer(exchange, httpStatus, "{\"message\": \"not today\"}");
      return;
    }
    if (body.length > 0) {
      bodies.add(JsonObject.read(body));
    }
    if (dropNextAnswer) {
      dropNextAnswer = false;
      exchange.close();
      return;
    }
    answer(exchange, 200, answerTo(name, exchange.getRequestURI().getQuery()));
  }

  private String answerTo(String name, String query) {
    switch (name) {
      case "fast_execute_script", "execute_job_plan", "push_config_file":
        return ok(
            "{\"job_instance_name\": \"x\", \"job_instance_id\": 10000, \"step_instance_id\": 75}");
      case "get_job_instance_status":
        if (!query.contains("bk_scope_type=biz&bk_scope_id=7&")
            || !query.contains("job_instance_id=10000")) {
          return refused("unknown job");
        }
        boolean finished = terminated || looksBeforeEnd-- <= 0;
        int status = terminated ? 11 : finished ? endStatus : 2;
        int agent = status == 3 ? 9 : 11;
        return ok(
            """
            {"finished": %s, "job_instance": {"job_instance_id": 10000, "status": %d},
             "step_instance_list": [{"status": %d, "name": "run", "step_instance_id": 75, "step_ip_result_list": [
               {"bk_host_id": 101, "ip": "10.0.0.1", "bk_cloud_id": 0, "status": 9, "tag": "", "exit_code": 0},
               {"bk_host_id": 102, "ip": "10.0.0.2", "bk_cloud_id": 0, "status": %d, "tag": "t", "exit_code": %d}]}]}"""
                .formatted(finished, status, status, agent, agent == 9 ? 0 : 7));
      case "batch_get_job_instance_ip_log":
        return ok(
            """
            {"log_type": 1, "job_instance_id": 10000, "step_instance_id": 75, "script_task_logs": [
              {"bk_host_id": 101, "ip": "10.0.0.1", "log_content": "one\\n<SOPS_VAR>free:12G</SOPS_VAR>\\n"},
              {"bk_host_id": 102, "ip": "10.0.0.2", "log_content": "two <SOPS_VAR>free:9G</SOPS_VAR>\\n"}]}""");
      case "operate_job_instance":
        terminated = true;
        return ok("{\"job_instance_id\": 10000}");
      default:
        return refused("no such API: " + name);
    }
  }

  private static String ok(String data) {
    return "{\"result\": true, \"code\": 0, \"message\": \"success\", \"data\": " + data + "}";
  }

  private static String refused(String message) {
    return "{\"result\": false, \"code\": 1244006, \"message\": \""
        + message
        + "\", \"data\": null}";
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
