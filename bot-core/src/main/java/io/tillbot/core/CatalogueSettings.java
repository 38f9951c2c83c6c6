package io.tillbot.core;

import io.tillbot.core.invoice.PaymentPages;
import io.tillbot.core.link.PublicAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an operator decides about the commands. Start from {@link #defaults()}, so that a new
 * setting changes nobody's code.
 *
 * @param formId {@code form_id} of update_client, by which the billing system knows which fields it
 *     requires; null sends none
 * @param subscriptionCancellationType {@code cancellation_type} of
 *     request_subscription_cancellation, whose words the document leaves open; null sends none
 * @param pages where people may be sent to for paying
 * @param publicAddress where browsers reach the bot; empty where they cannot
 */
public record CatalogueSettings(
    @Nullable String formId,
    @Nullable String subscriptionCancellationType,
    PaymentPages pages,
    Optional<PublicAddress> publicAddress) {
  public CatalogueSettings {
    requireWords(formId);
    requireWords(subscriptionCancellationType);
  }

  /** As the billing system's document has it. */
  public static CatalogueSettings defaults() {
    return new CatalogueSettings(null, null, PaymentPages.defaults(), Optional.empty());
  }

  /** The same with another form id. */
  public CatalogueSettings withFormId(@Nullable String id) {
    return new CatalogueSettings(id, subscriptionCancellationType, pages, publicAddress);
  }

  /** The same with another type. */
  public CatalogueSettings withSubscriptionCancellationType(@Nullable String type) {
    return new CatalogueSettings(formId, type, pages, publicAddress);
  }

  /** The same with other pages. */
  public CatalogueSettings withPages(PaymentPages other) {
    return new CatalogueSettings(formId, subscriptionCancellationType, other, publicAddress);
  }

  /** The same where browsers reach the bot. */
  public CatalogueSettings withPublicAddress(PublicAddress address) {
    return new CatalogueSettings(formId, subscriptionCancellationType, pages, Optional.of(address));
  }

  private static void requireWords(@Nullable String setting) {
    if (setting != null && setting.isBlank()) {
      throw new IllegalArgumentException("a setting that is not null is not blank");
    }
  }
}
