package io.tillbot.core.account;

import io.tillbot.core.billing.model.Client;
import io.tillbot.core.person.Detail;
import io.tillbot.core.person.Details;
import java.util.List;
import java.util.Set;

/**
 * The details of a client that update_client changes, and where get_client tells them. The number
 * is {@code co_smsnum} alone: {@code phonenumber} is another field, which would prove nothing.
 */
final class ClientDetails {
  /** In the order in which they are asked for. */
  static final List<Detail> ALL =
      List.of(
          Detail.EMAIL, Detail.FIRST_NAME, Detail.LAST_NAME, Detail.PHONE, Detail.CUSTOMER_TYPE);

  private ClientDetails() {}

  static Details of(Client client) {
    return Details.builder()
        .put(Detail.EMAIL, client.email())
        .put(Detail.FIRST_NAME, client.firstName())
        .put(Detail.LAST_NAME, client.lastName())
        .put(Detail.PHONE, client.profile().get("co_smsnum"))
        .put(Detail.CUSTOMER_TYPE, client.profile().get("co_customertype"))
        .build();
  }

  /**
   * The API's names of the profile's fields that changed though nobody asked for it, sorted.
   *
   * @param asked the details that were to change
   */
  static Set<String> changedBesides(ProfileMarks before, ProfileMarks after, Set<Detail> asked) {
    Set<String> changed = before.differing(after);
    asked.forEach(detail -> changed.removeAll(fields(detail)));
    return changed;
  }

  /** Where the API tells a detail, directly or composed with others. */
  private static List<String> fields(Detail detail) {
    return switch (detail) {
      case EMAIL -> List.of("email", "billing_email");
      case FIRST_NAME -> List.of("firstname", "billing_firstname", "fullname");
      case LAST_NAME -> List.of("lastname", "billing_lastname", "fullname");
      case PHONE -> List.of("co_smsnum", "phonenumber", "phonenumberformatted");
      case CUSTOMER_TYPE -> List.of("co_customertype");
      case COMPANY, ADDRESS1, ADDRESS2, CITY, STATE, POSTCODE, COUNTRY -> List.of();
    };
  }
}
