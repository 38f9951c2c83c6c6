package io.tillbot.core;

import org.jspecify.annotations.Nullable;

/**
 * What an operator decides about the commands. Start from {@link #defaults()}, so that a new
 * setting changes nobody's code.
 *
 * @param formId {@code form_id} of update_client, by which the billing system knows which fields it
 *     requires; null sends none
 */
public record CatalogueSettings(@Nullable String formId) {
  public CatalogueSettings {
    if (formId != null && formId.isBlank()) {
      throw new IllegalArgumentException("a form id is not blank");
    }
  }

  /** As the billing system's document has it. */
  public static CatalogueSettings defaults() {
    return new CatalogueSettings(null);
  }

  /** The same with another form id. */
  public CatalogueSettings withFormId(@Nullable String id) {
    return new CatalogueSettings(id);
  }
}
