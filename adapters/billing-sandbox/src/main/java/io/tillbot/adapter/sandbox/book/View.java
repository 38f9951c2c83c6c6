package io.tillbot.adapter.sandbox.book;

import java.util.List;
import java.util.Optional;

/** Reading the books. A view is consistent for as long as the call that was given it. */
public interface View {

  /** The row of that kind and key. */
  <E extends Entity> Optional<E> find(Class<E> kind, Object key);

  /** The rows of that kind that belong to a client, in the order of their making. */
  <E extends Entity> List<E> ownedBy(Class<E> kind, ClientKey owner);

  /** Every row of that kind, in no order. */
  <E extends Entity> List<E> all(Class<E> kind);

  /** Whether a client or contact of the location has that e-mail address; case is ignored. */
  boolean emailTaken(String location, String email);
}
