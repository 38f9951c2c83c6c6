package io.tillbot.adapter.billing;

import io.tillbot.core.access.Secret;
import io.tillbot.core.billing.request.WriteRequest.CancellationTime;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** How the core's values look in a form. */
final class FormValues extends Converter.Factory {

  @Override
  public Converter<?, String> stringConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    boolean asInt = Arrays.stream(annotations).anyMatch(ZeroOne.class::isInstance);
    return asInt ? FormValues::zeroOne : FormValues::text;
  }

  /** The text that is sent for a value. */
  static String text(Object value) {
    return switch (value) {
      case Secret secret -> secret.reveal();
      case BigDecimal amount -> amount.toPlainString();
      case CancellationTime time ->
          switch (time) {
            case END_OF_PERIOD -> "0";
            case IMMEDIATE -> "1";
          };
      default -> value.toString();
    };
  }

  private static String zeroOne(Object value) {
    return Boolean.TRUE.equals(value) ? "1" : "0";
  }
}
