#!/usr/bin/env python3
"""The exact strings of a file of queries, disturbed anew: typos, cuts, log lines, case, digits.

    python3 noise.py QUERIES.jsonl SEED
"""
import json
import random
import re
import sys

r = random.Random(int(sys.argv[2]))
out = []
base = [json.loads(l) for l in open(sys.argv[1])]
def typo(s):
    cs=list(s); n=1+(len(s)>25)
    for _ in range(n):
        c=[i for i,x in enumerate(cs) if x.isalpha()]
        if not c: break
        i=r.choice(c); k=r.randrange(4)
        if k==0: del cs[i]
        elif k==1: cs.insert(i,cs[i])
        elif k==2 and i+1<len(cs): cs[i],cs[i+1]=cs[i+1],cs[i]
        else: cs[i]=chr(ord('a')+r.randrange(26))
    return ''.join(cs)
def trunc(s):
    if ' ' in s and s.isascii() or s.count(' ')>3:
        w=s.split(); k=max(3,int(len(w)*r.uniform(.45,.75))); return ' '.join(w[:k])+r.choice(['','…','...'])
    return s[:max(8,int(len(s)*r.uniform(.5,.75)))]+r.choice(['','…'])
L=['%s\tW3SVC1 [%d] FATAL com.acme.mail.Queue: %s (corr=%s)','<%d> Nov 12 host app[%d]: error="%s" rid=%s','Unhandled exception: System.Exception: %s\n   at Acme.Mail.Send(String to) in C:\\src\\Mail.cs:line %d']
def hx(): return ''.join(r.choice('0123456789abcdef') for _ in range(8))+'-1111-2222-3333-'+''.join(r.choice('0123456789abcdef') for _ in range(12))
def log(s):
    k=r.randrange(3)
    if k==0: return L[0]%('2026-12-0%dT0%d:11:12Z'%(r.randrange(1,9),r.randrange(9)),r.randrange(9999),s,hx())
    if k==1: return L[1]%(r.randrange(200),r.randrange(9999),s,hx())
    return L[2]%(s,r.randrange(900))
def case(s): return r.choice([s.upper(),s.lower(),re.sub(r'[^\w\s]','',s)])
def digits(s): return re.sub(r'\d+',lambda m:str(r.randrange(1,10**len(m.group()))),s)
for q in base:
    if q['set'].startswith('exact'):
        l=q['set'][-2:]
        for n,f in (('typo',typo),('trunc',trunc),('log',log),('case',case),('digits',digits)):
            t=f(q['text'])
            if n in('typo','digits') and t==q['text']: continue
            if n=='trunc' and len(q['text'])<22: continue
            out.append(dict(q,set=f'mut-{n}-{l}',text=t,id=q['id']+n))
    elif q['set'].startswith('neg') and not re.search('log|code', q['set']):
        out.append(dict(q, set='neg-log-en', text=log(q['text']), id=q['id'] + 'l'))
for q in out: print(json.dumps(q,ensure_ascii=False))
