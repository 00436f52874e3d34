namespace Listening.Access;

/// <summary>Somebody who signs in, as a list shows them.</summary>
/// <param name="Id">Stays when name and address change.</param>
/// <param name="Name">As colleagues know them.</param>
/// <param name="Email">What they sign in with; unique without regard to case.</param>
/// <param name="Role">What they are here for.</param>
/// <param name="SecondStep">Whether they need a code of their authenticator beside the password.</param>
/// <param name="Created">When they joined.</param>
/// <param name="LastSignIn">When they last signed in; null when never.</param>
/// <param name="Disabled">Since when they may not come in; null while they may.</param>
/// <param name="LockedUntil">After too many wrong passwords, until when none is heard; null when it is or the time is over.</param>
public sealed record Person(
    Guid Id, string Name, string Email, Role Role, bool SecondStep, DateTimeOffset Created, DateTimeOffset? LastSignIn, DateTimeOffset? Disabled, DateTimeOffset? LockedUntil);
