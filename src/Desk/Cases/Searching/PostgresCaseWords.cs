using System.Globalization;
using System.Text;
using Listening.Cases;
using Listening.Measuring.Searching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Listening.Desk.Cases.Searching;

/// <summary>PostgreSQL's tsvector. The words are cut here and have their positions, so its parser has nothing to decide.</summary>
internal sealed class PostgresCaseWords(DatabaseFacade database) : ICaseWords
{
    // The largest position that a tsvector keeps is 16383; a handle stands far enough behind the text that no phrase reaches it.
    private const int LastWord = 16_000;
    private const int Gap = 50;

    public Task WriteAsync(Case written, string text, CancellationToken cancellationToken)
    {
        var vector = new StringBuilder();
        var at = 0;
        foreach (var (letters, signed) in IndexedWords.Of(text).Take(LastWord))
        {
            at++;
            Add(vector, letters, at);
            if (signed != letters) Add(vector, signed, at);
        }

        at = Math.Min(at + Gap, LastWord + Gap);
        foreach (var (letters, _) in IndexedWords.Of($"{written.Handle} {written.Name}").Take(200)) Add(vector, letters, ++at);
        var words = vector.ToString();
        return database.ExecuteSqlAsync(
            $"INSERT INTO case_words (case_id, words) VALUES ({written.Id}, {words}::tsvector) ON CONFLICT (case_id) DO UPDATE SET words = excluded.words", cancellationToken);
    }

    public IQueryable<long> Find(HasWords words) =>
        Matching(string.Join(" <-> ", IndexedWords.Of(words.Words).Select(word => Quoted(word.Signed))) + (words.Beginning ? ":*" : ""));

    public IQueryable<long> Find(HasNear near)
    {
        string first = Quoted(near.First), second = Quoted(near.Second);
        return Matching(string.Join(" | ", Enumerable.Range(1, near.Between + 1)
            .Select(step => string.Create(CultureInfo.InvariantCulture, $"({first} <{step}> {second}) | ({second} <{step}> {first})"))));
    }

    public IQueryable<long> FindAny(IReadOnlyList<string> words, int limit)
    {
        var wanted = string.Join(" | ", IndexedWords.Of(words).Select(word => Quoted(word.Letters)));
        return database.SqlQuery<long>($"SELECT case_id AS \"Value\" FROM case_words WHERE words @@ {wanted}::tsquery ORDER BY ts_rank(words, {wanted}::tsquery) DESC LIMIT {limit}");
    }

    private static void Add(StringBuilder vector, string word, int at) => vector.Append(CultureInfo.InvariantCulture, $"{Quoted(word)}:{at} ");

    private static string Quoted(string word) =>
        $"'{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal)}'";

    private IQueryable<long> Matching(string wanted) => database.SqlQuery<long>($"SELECT case_id AS \"Value\" FROM case_words WHERE words @@ {wanted}::tsquery");
}
