package io.tillbot.adapter.web;

import io.tillbot.core.access.TicketId;
import java.util.Optional;

/**
 * Addresses beside the page that is shown, relative to it.
 *
 * @param page the id of the page
 * @param isBelow whether it is shown at {@code PAGE/LANGUAGE} rather than at {@code PAGE}
 */
record LinkAddresses(String page, boolean isBelow) {

  /** The same page in that language. */
  String in(PageLanguage language) {
    return isBelow ? language.tag() : page + "/" + language.tag();
  }

  /** Another page, in the language that was chosen. */
  String to(TicketId other, Optional<PageLanguage> chosen) {
    return (isBelow ? "../" : "")
        + other.value()
        + chosen.map(language -> "/" + language.tag()).orElse("");
  }

  @Override
  public String toString() {
    return "LinkAddresses[***]";
  }
}
