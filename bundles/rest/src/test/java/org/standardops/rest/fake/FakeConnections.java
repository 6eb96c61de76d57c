package org.standardops.rest.fake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.standardops.model.BusinessId;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;
import org.standardops.services.Caller;
import org.standardops.services.ConnectionService;

/** One system, {@code tencentcloud}, without rights and schema. */
public final class FakeConnections implements ConnectionService {

  private static final String SYSTEM = "tencentcloud";

  private ConnectionView connection = none();

  private static ConnectionView none() {
    return new ConnectionView(SYSTEM, Map.of("type", "object"), Map.of(), Optional.empty(), 0);
  }

  @Override
  public List<ConnectionView> list(Caller caller, BusinessId business) {
    return List.of(connection);
  }

  @Override
  public ConnectionView find(Caller caller, BusinessId business, String system) {
    if (!system.equals(SYSTEM)) {
      throw ProductException.notFound("The outside system '" + system + "'");
    }
    return connection;
  }

  @Override
  public ConnectionView replace(
      Caller caller,
      BusinessId business,
      String system,
      OptionalLong expectedVersion,
      Map<String, Object> settings) {
    require(expectedVersion);
    connection =
        new ConnectionView(
            SYSTEM,
            connection.schema(),
            settings,
            Optional.of(new Change(caller.name(), Instant.EPOCH)),
            connection.version() + 1);
    return connection;
  }

  @Override
  public void delete(
      Caller caller, BusinessId business, String system, OptionalLong expectedVersion) {
    require(expectedVersion);
    if (connection.version() == 0) {
      throw ProductException.notFound("An access of the business's own");
    }
    connection = none();
  }

  private void require(OptionalLong expectedVersion) {
    if (expectedVersion.orElse(connection.version()) != connection.version()) {
      throw new ProductException(ErrorCode.ETAG_CHANGED, "It was changed meanwhile.");
    }
  }
}
