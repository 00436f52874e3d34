namespace Listening.Storing;

/// <summary>Takes away what posts say and keeps that they were: conversation, instants and party stay, so that old facts stay right.</summary>
public interface IPostRedactor
{
    /// <summary>
    /// Empties text, mark-up, attachments and the author's name of every stored version of the posts written before <paramref name="before"/>, projects
    /// them, and says how many versions that were. A repeated call finds nothing more to do and returns 0.
    /// </summary>
    Task<long> RedactOlderThanAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
