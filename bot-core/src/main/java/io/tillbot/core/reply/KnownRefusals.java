package io.tillbot.core.reply;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the billing API's own words of refusal mean, for those that it documents. They come alone,
 * among other details, or inside a sentence such as "invalid profile data: email_registered".
 */
final class KnownRefusals {
  private static final Map<Pattern, Text> MEANINGS = meanings();

  private KnownRefusals() {}

  /** What these words mean, each meaning once; empty where we know none of them. */
  static Set<Text> explain(Collection<String> words) {
    Set<Text> explanations = new LinkedHashSet<>();
    words.forEach(word -> meaning(word.toLowerCase(Locale.ROOT)).ifPresent(explanations::add));
    return explanations;
  }

  private static Optional<Text> meaning(String words) {
    return MEANINGS.entrySet().stream()
        .filter(known -> known.getKey().matcher(words).find())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Map<Pattern, Text> meanings() {
    Map<Pattern, Text> known = new LinkedHashMap<>();
    put(known, "fill_required_fields", Text.of("refusal.required-fields"));
    put(known, "message_firstname_incorrect", Text.of("refusal.first-name"));
    put(known, "message_lastname_incorrect", Text.of("refusal.last-name"));
    put(known, "message_email_incorrect", Text.of("refusal.email"));
    put(known, "email_registered", Text.of("refusal.email-registered"));
    put(known, "sms_number_not_supported", Text.of("refusal.sms-number"));
    put(known, "premium_sms_not_supported", Text.of("refusal.premium-number"));
    put(known, "message_phone_incorrect_format", Text.of("refusal.phone-format"));
    put(known, "system_error", Text.of("refusal.system-error"));
    put(known, "verification failed, subcontact not found", Text.of("refusal.contact-not-found"));
    put(known, "mass_pay_requires_2_invoices", Text.of("refusal.two-invoices"));
    put(known, "next_invoice_blocked_by_upgrade", Text.of("refusal.upgrade-pending"));
    put(known, "next_invoice_blocked_by_unpaid_invoice", Text.of("refusal.unpaid-invoice"));
    put(known, "sub_cancel_no_active_subscription", Text.of("refusal.no-subscription"));
    put(known, "sub_cancel_already_requested", Text.of("refusal.already-requested"));
    put(known, "whmcs_immediate_cancellation_no_invoices", Text.of("refusal.nothing-to-refund"));
    return known;
  }

  /** Only as a word of its own: one may be a part of another. */
  private static void put(Map<Pattern, Text> known, String word, Text meaning) {
    known.put(Pattern.compile("(?<![a-z0-9_])" + Pattern.quote(word) + "(?![a-z0-9_])"), meaning);
  }
}
