package io.tillbot.adapter.billing;

import io.tillbot.core.access.Secret;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Mends the API's words: puts the id in for {@code $id}, and takes out an echoed secret. */
final class Wording {
  private static final Pattern ID = Pattern.compile("\\$id\\b");

  private final @Nullable Object subject;
  private final Secret token;
  private final Secret credential;

  Wording(@Nullable Object subject, Secret token, Secret credential) {
    this.subject = subject;
    this.token = token;
    this.credential = credential;
  }

  <T> ApiResult<T> of(ApiResult<T> result) {
    return switch (result) {
      case ApiResult.Refused<T>(Refusal(var code, var message, var details)) ->
          new ApiResult.Refused<>(
              new Refusal(
                  mended(code), mended(message), details.stream().map(this::mended).toList()));
      case ApiResult.NotAuthorized<T>(String message) ->
          new ApiResult.NotAuthorized<>(mended(message));
      case ApiResult.Done<T> done -> done;
      case ApiResult.NotSent<T> notSent -> notSent;
      case ApiResult.Unknown<T> unknown -> unknown;
    };
  }

  private String mended(String text) {
    String withId =
        subject == null
            ? text
            : ID.matcher(text).replaceAll(Matcher.quoteReplacement(subject.toString()));
    return withId.replace(token.reveal(), "***").replace(credential.reveal(), "***");
  }
}
