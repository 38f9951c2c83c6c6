package io.tillbot.adapter.billing;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The signs of success and failure in an answer, which the two end points give differently. */
enum Signs {
  /** {@code whmcs.php}: {@code result} says OK or success, and nothing says no. */
  WHMCS {
    @Override
    boolean saysSuccess(Fields answer) {
      return isOkWord(answer.get("result"));
    }
  },
  /** {@code auth.php}: the same, or the fields themselves, flat or nested under {@code result}. */
  AUTH {
    @Override
    boolean saysSuccess(Fields answer) {
      Json result = Fields.sole(answer.get("result"));
      return isOkWord(result)
          || result instanceof Json.Obj
          || answer.get("token") != null
          || answer.id(Long::valueOf, "token_expire") != null;
    }
  };

  /** What an answer says of itself. */
  enum Verdict {
    SUCCESS,
    FAILURE,
    /** Both at once. */
    CONTRADICTION,
    /** Neither: no word that is known. */
    NEITHER
  }

  private static final Set<String> OK_WORDS = Set.of("ok", "success");
  private static final Set<String> FAILURE_WORDS =
      Set.of("error", "err", "fail", "failed", "failure", "denied", "refused", "false", "no");

  abstract boolean saysSuccess(Fields answer);

  /** What the answer says of itself. */
  Verdict read(Fields answer) {
    boolean success = saysSuccess(answer);
    boolean failure = saysFailure(answer);
    if (success) {
      return failure ? Verdict.CONTRADICTION : Verdict.SUCCESS;
    }
    return failure ? Verdict.FAILURE : Verdict.NEITHER;
  }

  private static boolean saysFailure(Fields answer) {
    return answer.get("error") != null
        || isPresent(answer, "-1")
        || isNonZeroCode(answer)
        || isFailureWord(answer.get("result"));
  }

  private static boolean isNonZeroCode(Fields answer) {
    if (answer.get("code") == null) {
      return false;
    }
    BigDecimal code = answer.decimal("code");
    return code == null || code.signum() != 0;
  }

  private static boolean isFailureWord(@Nullable Json result) {
    BigDecimal number = Scalars.decimal(result);
    String word = Scalars.raw(result);
    return (number != null && number.signum() < 0)
        || (word != null && FAILURE_WORDS.contains(word.strip().toLowerCase(Locale.ROOT)));
  }

  private static boolean isOkWord(@Nullable Json result) {
    String word = Scalars.raw(result);
    return word != null && OK_WORDS.contains(word.strip().toLowerCase(Locale.ROOT));
  }

  private static boolean isPresent(Fields answer, String name) {
    Json value = answer.object().members().get(name);
    return value != null && value != Json.Null.NULL;
  }
}
