using Listening.Access;
using Microsoft.AspNetCore.Identity;

namespace Listening.Desk.People;

/// <summary>What people may be called, and what Identity demands of passwords and does about guesses.</summary>
public static class PeopleRules
{
    /// <summary>Shortest password, in characters. Long beats mixed: NIST SP 800-63B, 5.1.1.</summary>
    public const int ShortestPassword = 12;

    /// <summary>Longest password, so that hashing one costs a bounded time.</summary>
    public const int LongestPassword = 200;

    private const int LongestName = 100;

    // RFC 5321, 4.5.3.1: a path is 256 octets with its brackets.
    private const int LongestEmail = 254;

    /// <summary>Wrong passwords and codes in a row after which an account rests.</summary>
    public const int FailuresUntilRest = 5;

    /// <summary>How long it rests.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    /// <summary>Identity's own settings.</summary>
    internal static IdentityOptions Identity()
    {
        var options = new IdentityOptions();
        options.User.RequireUniqueEmail = true;
        options.User.AllowedUserNameCharacters = "";
        options.Password.RequiredLength = ShortestPassword;
        options.Password.RequiredUniqueChars = 5;
        options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
        options.Lockout.MaxFailedAccessAttempts = FailuresUntilRest;
        options.Lockout.DefaultLockoutTimeSpan = Rest;
        return options;
    }

    /// <summary>The name without what stands around it. Throws <see cref="PersonRefusedException"/>.</summary>
    public static string Name(string? name)
    {
        var trimmed = name?.Trim() ?? "";
        return trimmed.Length is > 0 and <= LongestName && !trimmed.Any(Unseen)
            ? trimmed
            : throw new PersonRefusedException($"A name has 1 to {LongestName} characters.");
    }

    /// <summary>The address without what stands around it. Throws <see cref="PersonRefusedException"/>.</summary>
    public static string Email(string? email)
    {
        var trimmed = email?.Trim() ?? "";
        return trimmed.Length <= LongestEmail && trimmed.IndexOf('@', StringComparison.Ordinal) is var at and > 0 && at < trimmed.Length - 1
            && trimmed.LastIndexOf('@') == at && !trimmed.Any(letter => Unseen(letter) || char.IsWhiteSpace(letter))
            ? trimmed
            : throw new PersonRefusedException("An e-mail address looks like name@example.com.");
    }

    // Control characters, line ends, and what turns the reading direction of the sentence around a name. Joiners stay: scripts need them.
    private static bool Unseen(char letter) => char.IsControl(letter) || letter is (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>As addresses are compared.</summary>
    public static string Normal(string email) => email.Trim().ToUpperInvariant();

    /// <summary>Throws <see cref="PersonRefusedException"/> with a sentence where Identity refused.</summary>
    internal static void Demand(IdentityResult result)
    {
        if (result.Succeeded) return;
        throw new PersonRefusedException(result.Errors.First().Code switch
        {
            nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName) => "Somebody signs in with this e-mail address already.",
            nameof(IdentityErrorDescriber.InvalidEmail) => "An e-mail address looks like name@example.com.",
            nameof(IdentityErrorDescriber.PasswordTooShort) => $"A password has at least {ShortestPassword} characters.",
            nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) => "A password has at least five different characters.",
            _ => result.Errors.First().Description,
        });
    }
}
