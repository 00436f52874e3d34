namespace Listening.Access;

/// <summary>Closes what must lie in the relational store and must not be readable there, with keys that lie elsewhere.</summary>
public interface ISeal
{
    /// <summary>The text, closed.</summary>
    string Close(string text);

    /// <summary>What <see cref="Close"/> closed. Throws <see cref="SecretUnreadableException"/> when the keys are others.</summary>
    string Open(string closed);
}
