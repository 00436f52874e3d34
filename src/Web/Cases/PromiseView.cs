using Listening.Cases;

namespace Listening.Web.Cases;

/// <summary>A promise and whether it was kept.</summary>
/// <param name="Text">What.</param>
/// <param name="Due">Until when.</param>
/// <param name="At">When it was promised.</param>
/// <param name="By">Who promised it.</param>
/// <param name="KeptAt">When it was done; null while it is not.</param>
/// <param name="WithdrawnAt">When it was taken back, or another took its place; null when neither.</param>
/// <param name="Kept">Whether it was kept in time; null while that is open, and when it was taken back before it was due.</param>
public sealed record PromiseView(string Text, DateTimeOffset Due, DateTimeOffset At, string By, DateTimeOffset? KeptAt, DateTimeOffset? WithdrawnAt, bool? Kept)
{
    /// <summary>As it stands at <paramref name="now"/>.</summary>
    public static PromiseView Of(CasePromise promise, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(promise);
        return new(promise.Text, promise.Due, promise.At, promise.By, promise.KeptAt, promise.WithdrawnAt, promise.KeptBy(now));
    }
}
