package io.tillbot.adapter.sandbox.choice;

/**
 * What answers look like. The first constant of each kind is the default; (?) marks what the
 * document leaves open.
 */
public sealed interface Shape extends Choice {

  /** How numbers are written. */
  @Meaning("How numbers are written")
  enum Numbers implements Shape {
    NUMBER("a JSON number"),
    TEXT("a string, \"29.99\""),
    GROUPED("a string, amounts with thousands set apart, \"1,234.50\" (?)");

    private final String meaning;

    Numbers(String meaning) {
      this.meaning = meaning;
    }

    @Override
    public String meaning() {
      return meaning;
    }
  }

  /** How booleans are written. */
  @Meaning("How booleans are written")
  enum Flags implements Shape {
    AS_DOCUMENTED("as the document shows each: true, 0 or \"N\""),
    BOOLEAN("true"),
    TEXT("\"true\""),
    NUMBER("1"),
    DIGIT("\"1\""),
    LETTER("\"Y\"");

    private final String meaning;

    Flags(String meaning) {
      this.meaning = meaning;
    }

    @Override
    public String meaning() {
      return meaning;
    }
  }

  /** How dates are written. */
  @Meaning("How dates are written")
  enum Dates implements Shape {
    AS_DOCUMENTED("as the document shows each"),
    DAY("2026-10-01"),
    WITH_TIME("2026-10-01 14:30:00"),
    ISO("2026-10-01T14:30:00Z");

    private final String meaning;

    Dates(String meaning) {
      this.meaning = meaning;
    }

    @Override
    public String meaning() {
      return meaning;
    }
  }

  /** What stands for no date. */
  @Meaning("What stands for no date")
  enum AbsentDates implements Shape {
    ZEROS("0000-00-00, with a time where one belongs"),
    EMPTY("an empty string"),
    NULL("null"),
    MISSING("the key is left out");

    private final String meaning;

    AbsentDates(String meaning) {
      this.meaning = meaning;
    }

    @Override
    public String meaning() {
      return meaning;
    }
  }

  /** What stands for an empty list. */
  @Meaning("What stands for an empty list")
  enum EmptyLists implements Shape {
    ARRAY("[]"),
    TEXT("an empty string"),
    NULL("null"),
    MISSING("the key is left out");

    private final String meaning;

    EmptyLists(String meaning) {
      this.meaning = meaning;
    }

    @Override
    public String meaning() {
      return meaning;
    }
  }

  /** How lists with elements are written. */
  @Meaning("How lists with elements are written")
  enum Lists implements Shape {
    ARRAY("an array"),
    SINGLE_BARE("a single element stands without the array"),
    BY_POSITION("an object keyed \"0\", \"1\" …");

    private final String meaning;

    Lists(String meaning) {
      this.meaning = meaning;
    }

    @Override
    public String meaning() {
      return meaning;
    }
  }

  /** How free text is written. */
  @Meaning("How free text is written")
  enum Texts implements Shape {
    PLAIN("as it is"),
    ENTITIES("with HTML entities"),
    TAGS("with entities, inside HTML tags");

    private final String meaning;

    Texts(String meaning) {
      this.meaning = meaning;
    }

    @Override
    public String meaning() {
      return meaning;
    }
  }

  /** The name of the currency's key. */
  @Meaning("The name of the currency's key")
  enum CurrencyKeys implements Shape {
    AS_DOCUMENTED("as the document shows each"),
    CURRENCY("currency"),
    CURRENCYCODE("currencycode"),
    CURRENCY_CODE("currency_code");

    private final String meaning;

    CurrencyKeys(String meaning) {
      this.meaning = meaning;
    }

    @Override
    public String meaning() {
      return meaning;
    }
  }

  /** How success is said. */
  @Meaning("How success is said")
  enum Results implements Shape {
    AS_DOCUMENTED("OK or success, as the document shows each"),
    OK("OK"),
    SUCCESS("success"),
    UPPER_CASE("SUCCESS"),
    WITH_CODE("as documented, and code 0 beside it");

    private final String meaning;

    Results(String meaning) {
      this.meaning = meaning;
    }

    @Override
    public String meaning() {
      return meaning;
    }
  }

  /** What get_invoice tells. */
  @Meaning("What get_invoice tells")
  enum InvoiceForm implements Shape {
    FULL("everything, status is the invoice's own"),
    STATUS_OVERWRITTEN("everything, but status is \"success\""),
    PAYMENT_STATUS("likewise, with the own status as paymentstatus"),
    INVOICE_STATUS("likewise, with the own status as invoicestatus"),
    MINIMAL("the document's example: no totals, no dates, status \"success\"");

    private final String meaning;

    InvoiceForm(String meaning) {
      this.meaning = meaning;
    }

    @Override
    public String meaning() {
      return meaning;
    }
  }

  /** What get_invoices tells of each invoice. */
  @Meaning("What get_invoices tells of each invoice")
  enum InvoiceListForm implements Shape {
    FULL("WHMCS's fields"),
    MINIMAL("the fields of the document's example");

    private final String meaning;

    InvoiceListForm(String meaning) {
      this.meaning = meaning;
    }

    @Override
    public String meaning() {
      return meaning;
    }
  }

  /** How much of a list get_invoices returns. */
  @Meaning("How much of a list get_invoices returns")
  enum InvoiceListLength implements Shape {
    WHOLE("everything"),
    FIRST_FIVE("five; totalresults tells of the rest");

    private final String meaning;

    InvoiceListLength(String meaning) {
      this.meaning = meaning;
    }

    @Override
    public String meaning() {
      return meaning;
    }
  }

  /** How download_invoice answers. */
  @Meaning("How download_invoice answers")
  enum PdfForm implements Shape {
    BY_REQUEST("base64 in JSON, or the bare PDF where viewpdf is 1"),
    BASE64("always base64 in JSON"),
    BARE("always the bare PDF");

    private final String meaning;

    PdfForm(String meaning) {
      this.meaning = meaning;
    }

    @Override
    public String meaning() {
      return meaning;
    }
  }

  /** How failures are written. */
  @Meaning("How failures are written")
  enum Failures implements Shape {
    AS_DOCUMENTED("as the document shows each"),
    CODE_MESSAGE("{code:-1, message}"),
    RESULT_TEXT("{result:\"-1\", message}"),
    RESULT_ERROR("{result:-1, error}"),
    MINUS_ONE_KEY("{\"-1\": message}"),
    CODE_TEXT("{result:-1, error, code:\"SOME_WORDS\"}"),
    CODE_MINUS_TWO("{code:-2, message}");

    private final String meaning;

    Failures(String meaning) {
      this.meaning = meaning;
    }

    @Override
    public String meaning() {
      return meaning;
    }
  }

  /** What an unusable token is told. */
  @Meaning("What an unusable token is told")
  enum AuthFailures implements Shape {
    ACCESS_DENIED("Invalid token or access denied"),
    HTTP_401("status 401, unauthorized"),
    INVALID_TOKEN("invalid token"),
    INVALID_HASH("invalid hash"),
    TOKEN_EXPIRED("token expired"),
    TOKEN_IS_INVALID("token is invalid"),
    NOT_AUTHORIZED("not authorized"),
    AUTHENTICATION_FAILED("authentication failed");

    private final String meaning;

    AuthFailures(String meaning) {
      this.meaning = meaning;
    }

    @Override
    public String meaning() {
      return meaning;
    }
  }

  /** The id in error texts. */
  @Meaning("The id in error texts")
  enum Placeholders implements Shape {
    LITERAL("the document's unexpanded $id"),
    EXPANDED("the id itself");

    private final String meaning;

    Placeholders(String meaning) {
      this.meaning = meaning;
    }

    @Override
    public String meaning() {
      return meaning;
    }
  }

  /** Where auth.php puts its answer. */
  @Meaning("Where auth.php puts its answer")
  enum LoginForm implements Shape {
    NESTED("under result"),
    FLAT("at the top");

    private final String meaning;

    LoginForm(String meaning) {
      this.meaning = meaning;
    }

    @Override
    public String meaning() {
      return meaning;
    }
  }
}
