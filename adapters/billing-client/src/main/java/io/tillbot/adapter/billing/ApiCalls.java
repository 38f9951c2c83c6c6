package io.tillbot.adapter.billing;

import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Secret;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.ApiResult.UnknownCause;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls with one credential. With an API key a session is opened when needed; when the API does not
 * accept it, it is opened anew once, and a read is then repeated. A write is never repeated.
 */
final class ApiCalls {
  private static final Logger LOG = LoggerFactory.getLogger(ApiCalls.class);

  private final Credential credential;
  private final Sessions sessions;
  private final ReadRetries retries;

  ApiCalls(Credential credential, Sessions sessions, ReadRetries retries) {
    this.credential = credential;
    this.sessions = sessions;
    this.retries = retries;
  }

  /**
   * Reads.
   *
   * @param subject what {@code $id} stands for in an error text
   */
  <T> ApiResult<T> read(
      @Nullable Object subject, Function<Secret, ReadCall> call, Function<Answer, T> decoder) {
    return switch (credential) {
      case Credential.Token(Secret token) ->
          decoded(retries.execute(call.apply(token)), subject, token, decoder);
      case Credential.ApiKey(Secret key) -> readWithKey(key, subject, call, decoder);
    };
  }

  /**
   * Writes: sends the call at most once.
   *
   * @param subject what {@code $id} stands for in an error text
   */
  <T> ApiResult<T> write(
      @Nullable Object subject, Function<Secret, WriteCall> call, Function<Answer, T> decoder) {
    return switch (credential) {
      case Credential.Token(Secret token) ->
          decoded(call.apply(token).executeOnce(), subject, token, decoder);
      case Credential.ApiKey(Secret key) ->
          switch (sessions.open(key)) {
            case ApiResult.Done<Session>(Session session) ->
                writeWithSession(key, session, subject, call, decoder);
            case ApiResult<Session> noSession -> failed(noSession, subject, key);
          };
    };
  }

  private <T> ApiResult<T> writeWithSession(
      Secret key,
      Session session,
      @Nullable Object subject,
      Function<Secret, WriteCall> call,
      Function<Answer, T> decoder) {
    Attempt attempt = call.apply(session.token()).executeOnce();
    if (attempt.result() instanceof ApiResult.NotAuthorized<Answer>) {
      // The next call opens a session of its own; this one is not sent again.
      sessions.drop(key, session);
    }
    return decoded(attempt, subject, session.token(), decoder);
  }

  private <T> ApiResult<T> readWithKey(
      Secret key,
      @Nullable Object subject,
      Function<Secret, ReadCall> call,
      Function<Answer, T> decoder) {
    ApiResult<Session> opened = sessions.open(key);
    if (!(opened instanceof ApiResult.Done<Session>(Session session))) {
      return failed(opened, subject, key);
    }
    Attempt first = retries.execute(call.apply(session.token()));
    if (!(first.result() instanceof ApiResult.NotAuthorized<Answer>)) {
      return decoded(first, subject, session.token(), decoder);
    }
    sessions.drop(key, session);
    ApiResult<Session> reopened = sessions.open(key);
    if (!(reopened instanceof ApiResult.Done<Session>(Session second))) {
      return failed(reopened, subject, key);
    }
    return decoded(retries.execute(call.apply(second.token())), subject, second.token(), decoder);
  }

  private <T> ApiResult<T> decoded(
      Attempt attempt, @Nullable Object subject, Secret token, Function<Answer, T> decoder) {
    try {
      return new Wording(subject, token, credential.secret()).of(attempt.result().map(decoder));
    } catch (BrokenAnswerException broken) {
      LOG.debug("an answer cannot be used: {}", broken.getMessage());
      return new ApiResult.Unknown<>(broken.unknownCause());
    } catch (RuntimeException bug) {
      // The call is made: the caller must hear so, not get a stack trace in place of an outcome.
      LOG.warn("{} while decoding an answer", bug.getClass().getName());
      return new ApiResult.Unknown<>(UnknownCause.BROKEN_ANSWER);
    }
  }

  private <T> ApiResult<T> failed(
      ApiResult<Session> noSession, @Nullable Object subject, Secret key) {
    ApiResult<T> result =
        noSession.map(
            _ -> {
              throw new IllegalStateException("there is a session");
            });
    return new Wording(subject, key, key).of(result);
  }
}
