using Listening.Cases;
using Listening.Measuring.Searching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Listening.Desk.Cases.Searching;

/// <summary>SQLite's FTS5. The words are cut here and joined by spaces, so its tokenizer has nothing to decide.</summary>
internal sealed class SqliteCaseWords(DatabaseFacade database) : ICaseWords
{
    public Task WriteAsync(Case written, string text, CancellationToken cancellationToken)
    {
        var words = IndexedWords.Of(text);
        string letters = string.Join(' ', words.Select(word => word.Letters)), signed = string.Join(' ', words.Select(word => word.Signed));
        var who = string.Join(' ', IndexedWords.Of($"{written.Handle} {written.Name}").Select(word => word.Letters));
        return database.ExecuteSqlAsync($"INSERT OR REPLACE INTO case_words (rowid, letters, signed, who) VALUES ({written.Id}, {letters}, {signed}, {who})", cancellationToken);
    }

    public IQueryable<long> Find(HasWords words)
    {
        var pieces = IndexedWords.Of(words.Words);
        return Matching(pieces, $"\"{string.Join(' ', Told(pieces))}\"{(words.Beginning ? " *" : "")}");
    }

    public IQueryable<long> Find(HasNear near)
    {
        var pieces = IndexedWords.Of([near.First, near.Second]);
        return Matching(pieces, $"NEAR({string.Join(' ', Told(pieces).Select(piece => $"\"{piece}\""))}, {near.Between})");
    }

    public IQueryable<long> FindAny(IReadOnlyList<string> words, int limit)
    {
        var wanted = $"letters : ({string.Join(" OR ", IndexedWords.Of(words).Select(word => $"\"{word.Letters.Replace("\"", "", StringComparison.Ordinal)}\""))})";
        return database.SqlQuery<long>($"SELECT rowid AS \"Value\" FROM case_words WHERE case_words MATCH {wanted} ORDER BY rank LIMIT {limit}");
    }

    // Whoever looks for a sign looks where the signs are.
    private static IEnumerable<string> Told(IReadOnlyList<(string Letters, string Signed)> pieces) =>
        pieces.Select(piece => (HasSigns(pieces) ? piece.Signed : piece.Letters).Replace("\"", "", StringComparison.Ordinal));

    private static bool HasSigns(IReadOnlyList<(string Letters, string Signed)> pieces) => pieces.Any(piece => piece.Letters != piece.Signed);

    private IQueryable<long> Matching(IReadOnlyList<(string Letters, string Signed)> pieces, string phrase)
    {
        var wanted = HasSigns(pieces) ? $"signed : {phrase}" : $"{{letters who}} : {phrase}";
        return database.SqlQuery<long>($"SELECT rowid AS \"Value\" FROM case_words WHERE case_words MATCH {wanted}");
    }
}
