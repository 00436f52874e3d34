namespace Listening.Cases;

/// <summary>Writes a note, which stays inside.</summary>
/// <param name="Text">The note.</param>
public sealed record NoteOnCase(string Text) : CaseChange(CaseAction.Noted)
{
    /// <inheritdoc/>
    public override Case? On(Case before, string by, DateTimeOffset at) => before;
}
