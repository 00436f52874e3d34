namespace Listening.Desk.People;

/// <summary>How a try to sign in ended.</summary>
public enum SignInOutcome
{
    /// <summary>Address, password or code are not right, or the account rests or is disabled: which of them is nobody's business.</summary>
    Refused,

    /// <summary>The password is right; a code is asked for.</summary>
    CodeNeeded,

    /// <summary>A session is open.</summary>
    In,
}
