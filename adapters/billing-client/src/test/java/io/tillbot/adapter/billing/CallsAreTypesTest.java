package io.tillbot.adapter.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillbot.core.billing.model.ServerId;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a write cannot be repeated is a matter of types, not of care. */
class CallsAreTypesTest {
  @TempDir Path classes;

  @Test
  void aReadCanBeGivenToTheRetries() {
    assertThat(errors("retries.execute(read);")).isEmpty();
  }

  @Test
  void aWriteGivenToTheRetriesDoesNotCompile() {
    assertThat(errors("retries.execute(write);"))
        .singleElement()
        .asString()
        .contains("WriteCall cannot be converted to")
        .contains("ReadCall");
  }

  @Test
  void aWriteHasNothingThatCouldBeCalledTwiceByName() {
    assertThat(errors("write.attempt();")).isNotEmpty();
    assertThat(errors("ReadCall disguised = write;")).isNotEmpty();
  }

  @Test
  void aReadServiceCannotMakeAWriteNorAWriteServiceARead() {
    try (Transport transport =
        new Transport(BillingClientOptions.of(URI.create("http://127.0.0.1:1/whmcs.php")))) {
      assertThat(ReadService.class.getMethods())
          .allSatisfy(method -> assertThat(method.getReturnType()).isEqualTo(ReadCall.class));
      assertThat(WriteService.class.getMethods())
          .allSatisfy(method -> assertThat(method.getReturnType()).isEqualTo(WriteCall.class));
      assertThat(transport.reads()).isNotNull();
    }
  }

  @Test
  void aWriteIsExecutedOnce() {
    try (FakeApi api = FakeApi.answering("{\"result\":\"OK\"}");
        Transport transport = new Transport(api.options())) {
      WriteCall call =
          transport.writes().generateDueInvoice(FakeApi.TOKEN.secret(), new ServerId(42));
      call.executeOnce();

      assertThatThrownBy(call::executeOnce).isInstanceOf(IllegalStateException.class);
      assertThat(api.requests()).hasSize(1);
    }
  }

  private List<String> errors(String statement) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-classpath",
            System.getProperty("java.class.path"),
            "-d",
            classes.toString(),
            "-proc:none");
    compiler.getTask(null, null, found, options, null, List.of(new Snippet(statement))).call();
    return found.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(diagnostic -> diagnostic.getMessage(Locale.ENGLISH))
        .toList();
  }

  private static final class Snippet extends SimpleJavaFileObject {
    private final String statement;

    Snippet(String statement) {
      super(URI.create("string:///io/tillbot/adapter/billing/Snippet.java"), Kind.SOURCE);
      this.statement = statement;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return """
      package io.tillbot.adapter.billing;
      class Snippet {
        void use(ReadRetries retries, ReadCall read, WriteCall write) {
          %s
        }
      }
      """
          .formatted(statement);
    }
  }
}
