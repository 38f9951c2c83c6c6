package io.tillbot.adapter.sandbox.book;

/**
 * What a client may change of itself.
 *
 * @param customerType {@code Individual} or {@code Company}
 * @param ips addresses that may sign in; empty for all
 * @param secretWord asked by the support
 */
public record Profile(
    String email,
    String firstName,
    String lastName,
    String company,
    String phone,
    String customerType,
    String ips,
    String secretWord) {

  /** First and last name. */
  public String fullName() {
    return (firstName + " " + lastName).strip();
  }

  @Override
  public String toString() {
    return "Profile[***]";
  }
}
