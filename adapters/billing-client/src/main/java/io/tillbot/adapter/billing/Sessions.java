package io.tillbot.adapter.billing;

import io.tillbot.core.access.Secret;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.ApiResult.NotSentCause;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Sessions made from API keys by {@code auth.php}, kept in memory and shared by all who use the
 * same key. The keys themselves are not kept, only their digests.
 */
final class Sessions {
  /** A "no" that says nothing of the key. */
  private static final Pattern OUTAGE =
      Pattern.compile("temporar|unavailable|maintenance|try again later", Pattern.CASE_INSENSITIVE);

  private final AuthWrites auth;
  private final SessionLife life;
  private final Clock clock;
  private final Map<String, SessionSlot> slots = new ConcurrentHashMap<>();

  Sessions(AuthWrites auth, SessionLife life, Clock clock) {
    this.auth = auth;
    this.life = life;
    this.clock = clock;
  }

  /**
   * A living session of that key; at most one {@code login} is sent.
   *
   * @return never Refused and never Unknown: a key that is refused is not authorized, and whatever
   *     else went wrong, the request that needed the session was not sent
   */
  ApiResult<Session> open(Secret key) {
    return slot(key).get(clock.instant(), () -> logIn(key));
  }

  /** Forgets a session that the API did not accept, so that the next {@link #open} logs in. */
  void drop(Secret key, Session rejected) {
    slot(key).drop(rejected);
  }

  /** Takes out every living session of that key. */
  List<Session> takeAll(Secret key) {
    SessionSlot slot = slots.get(digest(key));
    return slot == null ? List.of() : slot.takeAll(clock.instant());
  }

  private ApiResult<Session> logIn(Secret key) {
    Attempt attempt = auth.login(key, life.asked().toSeconds(), false).executeOnce();
    return switch (attempt.result()) {
      case ApiResult.Done<Answer>(Answer answer) -> session(answer);
      case ApiResult.Refused<Answer>(var refusal) ->
          OUTAGE.matcher(refusal.message()).find()
              ? new ApiResult.NotSent<>(NotSentCause.NO_SESSION, null)
              : new ApiResult.NotAuthorized<>(refusal.message());
      case ApiResult.NotAuthorized<Answer>(String message) ->
          new ApiResult.NotAuthorized<>(message);
      case ApiResult.NotSent<Answer>(NotSentCause cause, var retryAfter) ->
          new ApiResult.NotSent<>(cause, retryAfter);
      case ApiResult.Unknown<Answer> _ -> new ApiResult.NotSent<>(NotSentCause.NO_SESSION, null);
    };
  }

  private ApiResult<Session> session(Answer answer) {
    try {
      Fields fields = AuthDecoding.fields(answer);
      String token = Fields.required(Scalars.raw(fields.get("token")), "token");
      return new ApiResult.Done<>(
          Session.opened(Secret.of(token), Session.end(fields), life, clock.instant()));
    } catch (BrokenAnswerException broken) {
      return new ApiResult.NotSent<>(NotSentCause.NO_SESSION, null);
    }
  }

  private SessionSlot slot(Secret key) {
    String digest = digest(key);
    if (!slots.containsKey(digest)) {
      forgetIdle();
    }
    return slots.computeIfAbsent(digest, _ -> new SessionSlot());
  }

  private void forgetIdle() {
    Instant now = clock.instant();
    slots.values().removeIf(slot -> slot.isIdle(now));
  }

  private static String digest(Secret key) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(key.reveal().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
