#nullable enable
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>Methods with values from others.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    public partial interface IUntrustedDesk
    {
        /// <summary>The whole value, beside one that is trusted.</summary>
        [Prompt("Summarize for {reader}: {mail}")]
        Task<string> SummarizeAsync([Untrusted] string mail, string reader);

        /// <summary>Members, items, alignment, conditions.</summary>
        [Prompt("{ticket.Title,20}|{ticket.Link}|{ticket.Opened:yyyy}|{#if ticket.Body}{ticket.Body}{/if}{#each ticket.Notes as note}{@number}: {note.Text}{/each}{fence}")]
        [SystemInstruction("You sort tickets.")]
        Task<string> SortAsync([Untrusted] UntrustedTicket ticket, string fence);

        /// <summary>Values that may be missing.</summary>
        [Prompt("{mail}{count}{photo}{link}")]
        Task<string> OptionalAsync([Untrusted] string? mail = null, [Untrusted] int? count = null, [Untrusted] Media? photo = null, [Untrusted] Uri? link = null);

        /// <summary>A list, with a history.</summary>
        [Prompt("{#each mails as mail}{mail}{:separator}\n{/each}")]
        Task<string> SortAllAsync([Untrusted] IReadOnlyList<string> mails, Conversation conversation);
    }

    /// <summary>A ticket.</summary>
    public sealed record UntrustedTicket(string Title, string? Body, Uri Link, DateTime Opened, UntrustedNote[] Notes);

    /// <summary>A note.</summary>
    public sealed record UntrustedNote(string Text);
}
