using System.Text.Encodings.Web;
using Listening.Access;
using Listening.Desk.People;
using Listening.Web.OpenId;

namespace Listening.Web.Security;

/// <summary>The forms of the door. They work without JavaScript; every outside text in them is encoded.</summary>
internal static class SignInForms
{
    private const string FirstTime = "<p class=\"hint\">First time here? Open the link you were invited with, or the one that <code>listening link</code> prints on the machine where Listening runs.</p>";

    /// <summary>Address and password.</summary>
    public static Task SignInAsync(HttpContext http, int status, string heading, string destination, string email = "", string? fault = null)
    {
        var doors = http.RequestServices.GetRequiredService<SignInDoors>();
        return SignInPage.WriteBodyAsync(http, status, "Sign in",
            $"<h1>{heading}</h1>{Fault(fault)}{Provider(doors, destination)}{(doors.Passwords ? Password(http, destination, email) : "")}{FirstTime}{SignInPage.DemoDoors(http)}");
    }

    /// <summary>For who is signed in and opened the address of signing out.</summary>
    public static Task SignOutAsync(HttpContext http) => SignInPage.WriteBodyAsync(http, 200, "Sign out", """
        <h1>You are signed in</h1><p>Signing out closes Listening in this browser alone.</p>
        <form method="post" action="/sign-out"><button autofocus>Sign out</button></form>
        """);

    /// <summary>After signing out; <paramref name="there"/> is where one signs out at the provider named <paramref name="provider"/> too.</summary>
    public static Task SignedOutAsync(HttpContext http, string? provider, Uri? there) => SignInPage.WriteBodyAsync(http, 200, "Signed out",
        "<h1>You are signed out</h1>"
        + (provider is null ? "" : $"<p>If you came with {Encoded(provider)}, you are still signed in there, and Listening opens again without a question.</p>")
        + (there is null ? "" : $"<p class=\"provider\"><a href=\"{Encoded(there.AbsoluteUri)}\">Sign out of {Encoded(provider ?? "")} too</a></p>")
        + "<p class=\"hint\"><a href=\"/sign-in\">Sign in again</a></p>");

    private static string Provider(SignInDoors doors, string destination) =>
        Provider(doors, "Sign in", $"return={Uri.EscapeDataString(destination)}");

    private static string Provider(SignInDoors doors, string does, string query) => doors.Provider is null ? ""
        : $"<p class=\"provider\"><a href=\"/sign-in/openid?{Encoded(query)}\">{does} with {Encoded(doors.Provider.DisplayName)}</a></p>";

    private static string Password(HttpContext http, string destination, string email) => $"""
        <form method="post" action="/sign-in/password">{FormToken.Field(http)}
        <input type="hidden" name="return" value="{Encoded(destination)}">
        <label for="email">E-mail address</label>
        <input id="email" name="email" type="email" value="{Encoded(email)}" autocomplete="username" maxlength="254" required{Autofocus(email.Length == 0)}>
        <label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="current-password" maxlength="{PeopleRules.LongestPassword}" required{Autofocus(email.Length > 0)}>
        <button>Sign in</button>
        </form>
        """;

    /// <summary>The code of an authenticator, after a right password.</summary>
    public static Task CodeAsync(HttpContext http, int status, string destination, string? fault = null) => SignInPage.WriteBodyAsync(http, status, "Enter your code", $"""
        <h1>Enter your code</h1><p>The six digits that your authenticator shows now, or one of your recovery codes.</p>{Fault(fault)}
        <form method="post" action="/sign-in/code">{FormToken.Field(http)}
        <input type="hidden" name="return" value="{Encoded(destination)}">
        <label for="code">Code</label>
        <input id="code" name="code" autocomplete="one-time-code" autocapitalize="off" spellcheck="false" maxlength="40" required autofocus>
        <button>Go on</button>
        </form><p class="hint">Neither at hand? An admin can take the authenticator away from your account.</p>
        """);

    /// <summary>Who opens the machine's link first.</summary>
    public static Task FirstAsync(HttpContext http, int status, string token, string name = "", string email = "", string? fault = null) => SignInPage.WriteBodyAsync(http, status, "Become the first admin", $"""
        <h1>Become the first admin</h1><p>Nobody keeps this Listening yet. You will, and can invite others.</p>{Fault(fault)}
        <form method="post" action="/sign-in/first">{FormToken.Field(http)}
        <input type="hidden" name="token" value="{Encoded(token)}">
        {Person(name, email, askEmail: true)}
        <button>Start</button>
        </form>
        """);

    /// <summary>Who opens an invitation, or a link for a new password.</summary>
    public static Task JoinAsync(HttpContext http, int status, string token, Invitation invitation, string name, string email, string? fault = null)
    {
        var doors = http.RequestServices.GetRequiredService<SignInDoors>();
        var joins = invitation.Kind == InvitationKind.Join;
        if (!joins && !doors.Passwords) return SignInPage.WriteAsync(http, 404, "There are no passwords here", "Here people sign in with their company's account. <a href=\"/sign-in\">Go to the sign-in page</a>");
        var sentence = joins
            ? $"{By(invitation)} as <strong>{Roles.NameOf(invitation.Role)}</strong>. This link works once."
            : $"For {Encoded(invitation.Name)}, {Encoded(invitation.Email ?? "")}. You are signed out everywhere else.";
        var provider = joins ? Provider(doors, "Join", $"invitation={Uri.EscapeDataString(token)}") : "";
        return SignInPage.WriteBodyAsync(http, status, joins ? "Join Listening" : "Set a new password", $"""
            <h1>{(joins ? "Join Listening" : "Set a new password")}</h1><p>{sentence}</p>{Fault(fault)}{provider}{(doors.Passwords ? Form() : "")}
            """);

        string Form() => $"""
            <form method="post" action="/join">{FormToken.Field(http)}
            <input type="hidden" name="token" value="{Encoded(token)}">
            {(joins ? Person(name, email, askEmail: true) : Password())}
            <button>{(joins ? "Join" : "Set password")}</button>
            </form>
            """;
    }

    // Who is invited by a key or at the machine's terminal knows from whom the link came.
    private static string By(Invitation invitation) =>
        invitation.InvitedBy.Contains('@', StringComparison.Ordinal) ? $"{Encoded(invitation.InvitedBy)} invited you" : "You are invited";

    private static string Person(string name, string email, bool askEmail) => $"""
        <label for="name">Your name</label>
        <input id="name" name="name" value="{Encoded(name)}" autocomplete="name" maxlength="100" required autofocus>
        {(askEmail ? $"<label for=\"email\">E-mail address</label><input id=\"email\" name=\"email\" type=\"email\" value=\"{Encoded(email)}\" autocomplete=\"username\" maxlength=\"254\" required>" : "")}
        {Password()}
        """;

    private static string Password() => $"""
        <label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="new-password" minlength="{PeopleRules.ShortestPassword}" maxlength="{PeopleRules.LongestPassword}" required aria-describedby="rule">
        <p class="rule" id="rule">At least {PeopleRules.ShortestPassword} characters. A sentence is good.</p>
        """;

    private static string Fault(string? fault) => fault is null ? "" : $"<p class=\"fault\" role=\"alert\">{Encoded(fault)}</p>";

    private static string Autofocus(bool here) => here ? " autofocus" : "";

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
