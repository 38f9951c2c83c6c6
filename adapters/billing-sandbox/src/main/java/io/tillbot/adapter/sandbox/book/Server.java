package io.tillbot.adapter.sandbox.book;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A server and its billing account.
 *
 * @param key the server's number, unique everywhere
 * @param client whose it is
 * @param relid the billing account within the client's location; 0 where it is not linked
 * @param product what it is
 * @param price of one month, without tax
 * @param status where it stands
 * @param nextDue the day until which it is paid
 * @param upgrade whether an upgrade waits
 * @param subscription the bank's recurring payment
 */
public record Server(
    Integer key,
    ClientKey client,
    int relid,
    String product,
    BigDecimal price,
    ServerStatus status,
    LocalDate nextDue,
    Upgrade upgrade,
    Subscription subscription)
    implements Entity {

  @Override
  public ClientKey owner() {
    return client;
  }

  /** The same server in another state. */
  public Server with(ServerStatus changed) {
    return new Server(key, client, relid, product, price, changed, nextDue, upgrade, subscription);
  }

  /** The same server, paid until another day. */
  public Server dueOn(LocalDate day) {
    return new Server(key, client, relid, product, price, status, day, upgrade, subscription);
  }

  /** The same server with another state of its subscription. */
  public Server with(Subscription changed) {
    return new Server(key, client, relid, product, price, status, nextDue, upgrade, changed);
  }
}
