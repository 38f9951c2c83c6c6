package io.tillbot.core;

import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.account.AccountEditCommand;
import io.tillbot.core.account.AccountLink;
import io.tillbot.core.account.AccountShowCommand;
import io.tillbot.core.account.AccountsCommand;
import io.tillbot.core.account.ResetPasswordCommand;
import io.tillbot.core.account.StatusCommand;
import io.tillbot.core.account.UnlinkCommand;
import io.tillbot.core.account.UseCommand;
import io.tillbot.core.billing.BillingAccess;
import io.tillbot.core.cancellation.CancelListCommand;
import io.tillbot.core.cancellation.CancelServerCommand;
import io.tillbot.core.cancellation.CancelSubscriptionCommand;
import io.tillbot.core.cancellation.CancelUndoCommand;
import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.contact.ContactAddCommand;
import io.tillbot.core.contact.ContactDeleteCommand;
import io.tillbot.core.contact.ContactEditCommand;
import io.tillbot.core.contact.ContactListCommand;
import io.tillbot.core.credit.CreditCommand;
import io.tillbot.core.credit.MassPayCommand;
import io.tillbot.core.credit.PayCommand;
import io.tillbot.core.credit.TopUpCommand;
import io.tillbot.core.execution.Means;
import io.tillbot.core.execution.Operations;
import io.tillbot.core.help.HelpCommand;
import io.tillbot.core.help.WhyCommand;
import io.tillbot.core.invoice.InvoiceCommand;
import io.tillbot.core.invoice.InvoiceWords;
import io.tillbot.core.invoice.InvoicesCommand;
import io.tillbot.core.invoice.PayMethodsCommand;
import io.tillbot.core.invoice.PdfCommand;
import io.tillbot.core.link.LinkCodeCommand;
import io.tillbot.core.link.LinkCommand;
import io.tillbot.core.link.LinkPage;
import io.tillbot.core.oversight.ApproveCommand;
import io.tillbot.core.oversight.AuditCommand;
import io.tillbot.core.oversight.OperationsListCommand;
import io.tillbot.core.oversight.OperationsShowCommand;
import io.tillbot.core.oversight.OperationsWithdrawCommand;
import io.tillbot.core.oversight.RejectCommand;
import io.tillbot.core.oversight.SettleCommand;
import io.tillbot.core.oversight.StaffOperationsCommand;
import io.tillbot.core.oversight.StaffShowCommand;
import io.tillbot.core.overview.Overview;
import io.tillbot.core.overview.OverviewCommand;
import io.tillbot.core.policy.Gatekeeper;
import io.tillbot.core.server.ServerBillCommand;
import io.tillbot.core.server.ServerInvoicesCommand;
import io.tillbot.core.server.ServerShowCommand;
import io.tillbot.core.service.ServiceAccountAddCommand;
import io.tillbot.core.service.ServiceAccountListCommand;
import io.tillbot.core.service.ServiceAccountRemoveCommand;
import io.tillbot.core.staff.GroupsCommand;
import io.tillbot.core.transaction.TransactionsCommand;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The command catalogue: every command once, in the order in which help lists them. */
public final class Catalogue {
  private final CommandRegistry registry;
  private final Operations operations;
  private final LinkPage linkPage;
  private final URI clientArea;
  private final Overview overview;

  public Catalogue(Means means, CatalogueSettings settings) {
    this(means, settings, registry -> new Operations(means, registry));
  }

  /**
   * With other operations, which a test breaks.
   *
   * @param making gets the registry, to be asked once the catalogue is there
   */
  Catalogue(
      Means means,
      CatalogueSettings settings,
      Function<Supplier<CommandRegistry>, Operations> making) {
    CredentialVault vault = means.vault();
    BillingAccess billing = means.billing();
    Gatekeeper gatekeeper = means.gate();
    Clock clock = means.clock();
    this.operations = making.apply(this::registry);
    InvoiceWords words = new InvoiceWords(clock);
    this.clientArea = settings.pages().clientArea();
    AccountLink accountLink = new AccountLink(vault, billing);
    this.linkPage = new LinkPage(means.store(), accountLink, clock, new SecureRandom());
    this.overview = new Overview(this::registry, gatekeeper, vault, words);
    this.registry =
        new CommandRegistry(
            List.of(
                InvoiceCommand.command(words),
                InvoicesCommand.command(words),
                PdfCommand.command(),
                PayMethodsCommand.command(settings.pages()),
                CreditCommand.command(),
                PayCommand.command(words),
                TopUpCommand.command(),
                MassPayCommand.command(words),
                TransactionsCommand.command(),
                AccountShowCommand.command(),
                AccountEditCommand.command(settings.formId()),
                ResetPasswordCommand.command(),
                ContactListCommand.command(),
                ContactAddCommand.command(),
                ContactEditCommand.command(),
                ContactDeleteCommand.command(),
                ServerShowCommand.command(),
                ServerInvoicesCommand.command(words),
                ServerBillCommand.command(words),
                CancelServerCommand.command(),
                CancelSubscriptionCommand.command(settings.subscriptionCancellationType()),
                CancelUndoCommand.command(operations),
                CancelListCommand.command(clock),
                OverviewCommand.command(overview),
                LinkCommand.command(accountLink, linkPage, settings.publicAddress()),
                LinkCodeCommand.command(means.store(), accountLink),
                StatusCommand.command(vault, billing, clock),
                AccountsCommand.command(vault, clock),
                UseCommand.command(vault),
                UnlinkCommand.command(accountLink),
                HelpCommand.command(this::registry, gatekeeper),
                WhyCommand.command(this::registry, gatekeeper),
                OperationsListCommand.command(operations),
                OperationsShowCommand.command(operations),
                OperationsWithdrawCommand.command(operations),
                GroupsCommand.command(),
                ApproveCommand.command(operations),
                RejectCommand.command(operations),
                StaffOperationsCommand.command(operations),
                StaffShowCommand.command(operations),
                SettleCommand.command(operations),
                AuditCommand.command(means.store(), clock),
                ServiceAccountAddCommand.command(means.store(), vault),
                ServiceAccountListCommand.command(means.store()),
                ServiceAccountRemoveCommand.command(means.store())));
  }

  /** The same commands to be read, as for documents and manifests; none of them can be run. */
  public static CommandRegistry toRead(Clock clock) {
    return new Catalogue(UnopenedAccess.means(clock), CatalogueSettings.defaults()).registry();
  }

  /** What becomes of the changes that they make. */
  public Operations operations() {
    return operations;
  }

  /** An account at a glance. */
  public Overview overview() {
    return overview;
  }

  /** The page of {@code /billing link}, for whoever serves it. */
  public LinkPage linkPage() {
    return linkPage;
  }

  /** Where people pay whom the bot moves no money for. */
  URI clientArea() {
    return clientArea;
  }

  /** The commands. */
  public CommandRegistry registry() {
    return registry;
  }
}
