namespace Listening.Cases;

/// <summary>Something that a customer was promised.</summary>
/// <param name="Text">What.</param>
/// <param name="Due">Until when.</param>
/// <param name="At">When it was promised.</param>
/// <param name="By">Who promised it.</param>
/// <param name="KeptAt">When it was done; null while it is not.</param>
/// <param name="WithdrawnAt">When it was taken back, or another took its place; null when neither.</param>
public sealed record CasePromise(string Text, DateTimeOffset Due, DateTimeOffset At, string By, DateTimeOffset? KeptAt, DateTimeOffset? WithdrawnAt)
{
    /// <summary>Whether it was kept in time: null while that is open, and when it was taken back before it was due.</summary>
    public bool? KeptBy(DateTimeOffset now) => KeptAt <= Due ? true : WithdrawnAt <= Due ? null : KeptAt is not null || now > Due ? false : null;
}
