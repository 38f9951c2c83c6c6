package io.tillbot.adapter.sandbox.choice;

/**
 * What the billing does. The first constant of each kind is the default; (?) marks what the
 * document leaves open.
 */
public sealed interface Rule extends Choice {

  /** What "Server ID (relid)" and "Server ID (account_id)" mean in a request (?). */
  @Meaning("What \"Server ID (relid)\" and \"Server ID (account_id)\" mean in a request (?)")
  enum ServerIds implements Rule {
    SERVER("the server's id"),
    BILLING_ACCOUNT("the billing account's id");

    private final String meaning;

    ServerIds(String meaning) {
      this.meaning = meaning;
    }

    @Override
    public String meaning() {
      return meaning;
    }
  }

  /** How far an invoice id is unique; read when the data is seeded (?). */
  @Meaning("How far an invoice id is unique; read when the data is seeded (?)")
  enum InvoiceIds implements Rule {
    PER_LOCATION("two locations have invoices of the same id"),
    GLOBAL("no two invoices share an id");

    private final String meaning;

    InvoiceIds(String meaning) {
      this.meaning = meaning;
    }

    @Override
    public String meaning() {
      return meaning;
    }
  }

  /** What add_contact creates (?). */
  @Meaning("What add_contact creates (?)")
  enum NewContact implements Rule {
    ZERO_IS_RANDOM("a random contact where type is 0 or missing"),
    AS_ASKED("the contact that was asked for, whatever the type");

    private final String meaning;

    NewContact(String meaning) {
      this.meaning = meaning;
    }

    @Override
    public String meaning() {
      return meaning;
    }
  }

  /** What request_cancellation reads (?). */
  @Meaning("What request_cancellation reads (?)")
  enum CancellationForm implements Rule {
    DOCUMENTED("cancellation_reason"),
    VENDOR_TOOLS("terminate_reason_custom, and insists on pin"),
    EITHER("either name, without pin");

    private final String meaning;

    CancellationForm(String meaning) {
      this.meaning = meaning;
    }

    @Override
    public String meaning() {
      return meaning;
    }
  }

  /** What apply_credit says. */
  @Meaning("What apply_credit says")
  enum CreditAnswer implements Rule {
    PLAIN("success"),
    FAILED_BUT_APPLIED("the document's contradiction; the credit was applied"),
    FAILED_NOT_APPLIED("the document's contradiction; nothing was applied");

    private final String meaning;

    CreditAnswer(String meaning) {
      this.meaning = meaning;
    }

    @Override
    public String meaning() {
      return meaning;
    }
  }

  /** Which id mass_pay answers with. */
  @Meaning("Which id mass_pay answers with")
  enum MassPayAnswer implements Rule {
    NEW_INVOICE("the combining invoice"),
    FIRST_OF_INPUT("one of those that were sent, as in the document's example");

    private final String meaning;

    MassPayAnswer(String meaning) {
      this.meaning = meaning;
    }

    @Override
    public String meaning() {
      return meaning;
    }
  }

  /** Whether get_invoices lists a mass payment. */
  @Meaning("Whether get_invoices lists a mass payment")
  enum MassPayListing implements Rule {
    LISTED("it does"),
    HIDDEN("it does not");

    private final String meaning;

    MassPayListing(String meaning) {
      this.meaning = meaning;
    }

    @Override
    public String meaning() {
      return meaning;
    }
  }

  /** Whether credit pays a due invoice at once. */
  @Meaning("Whether credit pays a due invoice at once")
  enum DueInvoiceCredit implements Rule {
    LEFT("it does not"),
    APPLIED("as much as there is");

    private final String meaning;

    DueInvoiceCredit(String meaning) {
      this.meaning = meaning;
    }

    @Override
    public String meaning() {
      return meaning;
    }
  }

  /** What update_client does with fields that were not sent. */
  @Meaning("What update_client does with fields that were not sent")
  enum MissingProfileFields implements Rule {
    KEPT("they stay"),
    CLEARED("they are emptied; the e-mail address is required");

    private final String meaning;

    MissingProfileFields(String meaning) {
      this.meaning = meaning;
    }

    @Override
    public String meaning() {
      return meaning;
    }
  }

  /** What reset_password puts into debug. */
  @Meaning("What reset_password puts into debug")
  enum ResetDebug implements Rule {
    EMPTY("nothing"),
    LEAKS_CODE("the mailed code");

    private final String meaning;

    ResetDebug(String meaning) {
      this.meaning = meaning;
    }

    @Override
    public String meaning() {
      return meaning;
    }
  }
}
