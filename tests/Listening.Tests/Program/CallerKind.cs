namespace Listening.Tests.Program;

/// <summary>Who asks, in the matrix of callers and endpoints.</summary>
public enum CallerKind
{
    Nobody,
    Executive,
    Agent,
    Supervisor,
    Admin,
    Link,
    WrongKey,
    RevokedKey,
    ExpiredSession,
    EndedSession,
    HalfSignedIn,
    Disabled,
}
