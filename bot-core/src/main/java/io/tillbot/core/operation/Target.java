package io.tillbot.core.operation;

import io.tillbot.core.billing.model.ContactId;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Something of the client's account that a change concerns. While the outcome of one is unknown, no
 * other change of what it concerns is sent.
 *
 * @param id of that kind: digits, or {@code *} where there is no more to tell
 */
public record Target(Kind kind, String id) {
  private static final Pattern ID = Pattern.compile("[0-9]{1,19}|\\*");
  private static final String ANY = "*";

  /** What there is to change. */
  public enum Kind {
    INVOICE,
    SERVER,
    CONTACT,
    /** Names, addresses and the password of the client. */
    PROFILE,
    /** The client as a whole: everything else is a part of it. */
    CLIENT
  }

  public Target {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("not the id of a target");
    }
  }

  /** The client as a whole. */
  public static Target client() {
    return new Target(Kind.CLIENT, ANY);
  }

  /** That invoice. */
  public static Target invoice(InvoiceId id) {
    return new Target(Kind.INVOICE, id.toString());
  }

  /** That server. */
  public static Target server(ServerId id) {
    return new Target(Kind.SERVER, id.toString());
  }

  /** That contact. */
  public static Target contact(ContactId id) {
    return new Target(Kind.CONTACT, id.toString());
  }

  /** All of that kind. */
  public static Target all(Kind kind) {
    return new Target(kind, ANY);
  }

  /** Whether a change of the one may not be sent while that of the other is unknown. */
  public boolean overlaps(Target other) {
    return kind == Kind.CLIENT
        || other.kind == Kind.CLIENT
        || (kind == other.kind && (id.equals(other.id) || id.equals(ANY) || other.id.equals(ANY)));
  }

  /** Whether any of the ones overlaps any of the others. */
  public static boolean anyOverlap(Collection<Target> some, Collection<Target> others) {
    return some.stream().anyMatch(one -> others.stream().anyMatch(one::overlaps));
  }

  /** As the store keeps it: {@code invoice/123}. */
  public String key() {
    return kind.name().toLowerCase(Locale.ROOT) + "/" + id;
  }

  /** What {@link #key()} gave. */
  public static Target of(String key) {
    int slash = key.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("not the key of a target");
    }
    return new Target(
        Kind.valueOf(key.substring(0, slash).toUpperCase(Locale.ROOT)), key.substring(slash + 1));
  }

  /** For the reader: "invoice 123", "contacts". */
  public Text label() {
    String name = "target." + kind.name().toLowerCase(Locale.ROOT);
    return id.equals(ANY) ? Text.of(name + ".all") : Text.of(name, Value.data(id));
  }
}
