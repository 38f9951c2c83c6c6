package io.tillbot.adapter.sandbox;

import io.tillbot.adapter.sandbox.book.Books;
import io.tillbot.adapter.sandbox.book.Entity;
import java.util.HashSet;
import java.util.Set;

/** Everything the books hold, to be compared. */
final class State {

  private State() {}

  static Set<Entity> of(Books books) {
    return books.read(
        view -> {
          Set<Entity> rows = new HashSet<>();
          for (Class<?> kind : Entity.class.getPermittedSubclasses()) {
            rows.addAll(view.all(kind.asSubclass(Entity.class)));
          }
          return rows;
        });
  }
}
