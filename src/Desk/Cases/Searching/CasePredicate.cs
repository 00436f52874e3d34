using System.Linq.Expressions;
using Listening.Cases;
using Listening.Measuring.Searching;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Cases.Searching;

/// <summary>
/// A search as a condition on cases that both databases read: every value is a parameter, words are looked for in the index of words, and no condition is ever
/// unknown, so that NOT is its opposite.
/// </summary>
internal sealed class CasePredicate(DeskContext desk, CaseRules rules, string me, DateTimeOffset now)
{
    /// <summary>True or false for every case.</summary>
    public Expression<Func<Case, bool>> Of(SearchCondition condition) => condition switch
    {
        AllOf all => Conditions.Join(all.Conditions.Select(Of), all: true),
        AnyOf any => Conditions.Join(any.Conditions.Select(Of), all: false),
        NoneOf none => Conditions.Not(Of(none.Condition)),
        HasWords words => Among(desk.CaseWords.Find(words)),
        HasNear near => Among(desk.CaseWords.Find(near)),
        FieldIs field => Of(field),
        FollowersAre { Count: var count } followers => followers.Comparison switch
        {
            Comparison.Less => row => row.Followers != null && row.Followers < count,
            Comparison.AtMost => row => row.Followers != null && row.Followers <= count,
            Comparison.Greater => row => row.Followers != null && row.Followers > count,
            Comparison.AtLeast => row => row.Followers != null && row.Followers >= count,
            _ => row => row.Followers != null && row.Followers == count,
        },
        PostedBefore { Instant: var instant } => row => row.OpenedAt < instant,
        PostedSince { Instant: var instant } => row => row.OpenedAt >= instant,
        CaseDue due => Of(due),
        CaseFieldIs field => new CaseFieldPredicate(desk, rules, me, now).Of(field),
        CaseNumberIs { Number: CaseNumber.Priority } number => Compared(row => row.Priority, number),
        CaseNumberIs { Number: CaseNumber.Episode } number => Compared(row => row.Episode, number),
        // Written so that the index of outbreaks serves.
        CaseNumberIs { Comparison: Comparison.Equal, Value: var outbreak } => row => row.Outbreak != null && row.Outbreak == outbreak,
        CaseNumberIs number => Compared(row => row.Outbreak ?? 0, number),
        _ => throw new InvalidOperationException($"No condition on cases for {condition.GetType().Name}."),
    };

    private static Expression<Func<Case, bool>> Among(IQueryable<long> numbers) => row => numbers.Contains(row.Id);

    private static Expression<Func<Case, bool>> Of(FieldIs field) => field.Field switch
    {
        SearchField.Author => Text(row => row.Handle, field),
        SearchField.Source => Text(row => row.Source, field),
        SearchField.Language => Text(row => row.Language, field),
        SearchField.Topic => Text(row => row.Topic, field),
        SearchField.Intent => Text(row => row.Intent, field),
        SearchField.Sentiment => Text(row => row.Sentiment, field),
        SearchField.Brand => Text(row => row.Brand, field),
        _ => throw new InvalidOperationException($"A case has no field {field.Field}."),
    };

    private Expression<Func<Case, bool>> Of(CaseDue due)
    {
        var instant = due.Instant ?? now + due.FromNow;
        return due.Before ? row => row.Due < instant : row => row.Due >= instant;
    }

    private static Expression<Func<Case, bool>> Text(Expression<Func<Case, string>> column, FieldIs field)
    {
        var value = field.Value.Replace("\0", "", StringComparison.Ordinal);
        var pattern = field.Beginning ? LikePattern.Beginning(value) : LikePattern.Exactly(value);
        return Apply(column, text => EF.Functions.Like(text.ToLower(), pattern, "\\"));
    }

    private static Expression<Func<Case, bool>> Compared(Expression<Func<Case, long>> column, CaseNumberIs number)
    {
        var value = number.Value;
        Expression<Func<long, bool>> test = number.Comparison switch
        {
            Comparison.Less => one => one < value,
            Comparison.AtMost => one => one <= value,
            Comparison.Greater => one => one > value,
            Comparison.AtLeast => one => one >= value,
            _ => one => one == value,
        };
        return Apply(column, test);
    }

    private static Expression<Func<Case, bool>> Apply<T>(Expression<Func<Case, T>> column, Expression<Func<T, bool>> test) =>
        Expression.Lambda<Func<Case, bool>>(new Instead(test.Parameters[0], column.Body).Visit(test.Body), column.Parameters);

    private sealed class Instead(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
