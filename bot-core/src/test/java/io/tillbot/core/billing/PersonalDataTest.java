package io.tillbot.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.FormAnswers;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Secret;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.Money;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No record of the billing port prints a secret or a person's data, wherever it is logged. */
class PersonalDataTest {
  private static final String CANARY = "canary-of-a-person";

  /** Components that hold what a person is, says or knows. */
  private static final String PERSONAL =
      "(?i).*(email|name|phone|sms|company|address|city|state|postcode|country|reason|ips|secret|"
          + "password|token|profile|refundMessage).*";

  /** Names of things, not of people. */
  private static final List<String> NOT_PERSONAL =
      List.of("ClientGroup.name", "PaymentGateway.name", "Link.address");

  static Stream<Class<?>> recordsWithPersonalData() throws Exception {
    return records().filter(type -> personal(type).findAny().isPresent());
  }

  @Test
  void theRecordsAreFound() throws Exception {
    assertThat(records().count()).isGreaterThan(50);
    assertThat(recordsWithPersonalData().map(Class::getSimpleName))
        .contains(
            "Client",
            "Contact",
            "CancellationRequest",
            "ServerBilling",
            "GetClient",
            "GetContacts",
            "GetBillingData",
            "AddContact",
            "UpdateContact",
            "UpdateClient",
            "ResetPassword",
            "RequestCancellation",
            "CancellationDetails",
            "RequestSubscriptionCancellation",
            "ClientUpdated")
        .hasSizeGreaterThanOrEqualTo(15);
  }

  @ParameterizedTest
  @MethodSource("recordsWithPersonalData")
  void personalDataIsNeverPrinted(Class<?> type) throws Exception {
    assertThat(make(type).toString()).doesNotContain(CANARY);
  }

  @Test
  void theCanaryWouldBeHeard() throws Exception {
    assertThat(make(Heard.class).toString()).contains(CANARY);
  }

  private record Heard(String email) {}

  @Test
  void aSecretPrintsAsStars() {
    Secret secret = Secret.of(CANARY);
    assertThat(secret).hasToString("***");
    assertThat(new Credential.Token(secret).toString()).doesNotContain(CANARY);
    assertThat(new Credential.ApiKey(secret).toString()).doesNotContain(CANARY);
    assertThat("%s".formatted(secret)).isEqualTo("***");
    assertThat(secret.reveal()).isEqualTo(CANARY);
  }

  @Test
  void twoSecretsOfTheSameTextAreEqual() {
    assertThat(Secret.of("abcd")).isEqualTo(Secret.of("abcd")).isNotEqualTo(Secret.of("abce"));
  }

  @Test
  void aBlankSecretIsRefusedWithoutBeingQuoted() {
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Secret.of(" \t")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a secret must not be blank");
  }

  @Test
  void theAnswersToAFormAreNotPrinted() {
    FormAnswers answers =
        new FormAnswers(
            Caller.local("ann"), Place.terminal(), "f", Map.of(), Map.of("secret", CANARY));
    assertThat(answers.toString()).doesNotContain(CANARY);
  }

  private static Stream<Class<?>> records() throws Exception {
    Path classes =
        Path.of(BillingReads.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes.resolve("io/tillbot/core/billing"))) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.contains("package-info"))
          .sorted()
          .toList()
          .stream()
          .<Class<?>>map(PersonalDataTest::load)
          .filter(Class::isRecord);
    }
  }

  private static Class<?> load(String file) {
    try {
      return Class.forName(file.substring(0, file.length() - 6).replace('/', '.'));
    } catch (ClassNotFoundException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Stream<RecordComponent> personal(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> isText(component.getType()))
        .filter(component -> component.getName().matches(PERSONAL))
        .filter(
            component -> !NOT_PERSONAL.contains(type.getSimpleName() + "." + component.getName()));
  }

  private static boolean isText(Class<?> type) {
    return type == String.class || type == Secret.class || type == Map.class;
  }

  private static Object make(Class<?> type) throws Exception {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Constructor<?> constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(components[i].getType());
    }
    return constructor.newInstance(values);
  }

  private static @Nullable Object value(Class<?> type) throws Exception {
    if (type == String.class) {
      return CANARY;
    } else if (type == Secret.class) {
      return Secret.of(CANARY);
    } else if (type == Map.class) {
      return Map.of("email", CANARY);
    } else if (type == List.class) {
      return List.of();
    } else if (type == Location.class) {
      return new Location("whmcs_eu");
    } else if (type == CurrencyCode.class) {
      return new CurrencyCode("EUR");
    } else if (type == Money.class) {
      return Money.of("1", "EUR");
    } else if (type == BigDecimal.class) {
      return BigDecimal.ONE;
    } else if (type == LocalDate.class || type == Duration.class || type == URI.class) {
      return null;
    } else if (type == boolean.class) {
      return true;
    } else if (type == long.class) {
      return 1L;
    } else if (type == int.class) {
      return 1;
    } else if (type.isEnum()) {
      return type.getEnumConstants()[0];
    } else if (type.isRecord() && type.getSimpleName().endsWith("Id")) {
      return type.getDeclaredConstructor(long.class).newInstance(1L);
    }
    return null;
  }
}
