using Listening.Cases;
using Listening.Measuring.Searching;

namespace Listening.Desk.Cases.Searching;

/// <summary>The index of words of cases, as each database has one.</summary>
internal interface ICaseWords
{
    /// <summary>Keeps the words of a case instead of those that were kept.</summary>
    Task WriteAsync(Case written, string text, CancellationToken cancellationToken);

    /// <summary>The numbers of cases that have these words in this order.</summary>
    IQueryable<long> Find(HasWords words);

    /// <summary>The numbers of cases that have these words near each other.</summary>
    IQueryable<long> Find(HasNear near);

    /// <summary>The numbers of cases that have any of these words, those that have most of what is rare first.</summary>
    IQueryable<long> FindAny(IReadOnlyList<string> words, int limit);
}
