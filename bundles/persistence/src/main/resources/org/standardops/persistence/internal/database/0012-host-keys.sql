-- Public keys by which a business knows its SSH servers.
CREATE TABLE host_key (
  business VARCHAR(128) NOT NULL,
  host VARCHAR(255) NOT NULL,
  port INT NOT NULL,
  public_key VARCHAR(8000) NOT NULL,
  PRIMARY KEY (business, host, port)
);
